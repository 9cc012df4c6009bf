/** A decoded `application/x-www-form-urlencoded` body: a parameter that was sent twice is an array. */
export type FormParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The first value of a parameter, or undefined where it is missing or empty. */
export const firstValue = (parameters: FormParameters, name: string): string | undefined => {
  const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  return (typeof value === "string" ? value : value?.[0]) || undefined;
};
