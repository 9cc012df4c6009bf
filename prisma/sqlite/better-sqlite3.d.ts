/** The part of better-sqlite3 that we call; the package ships no types (API: https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md). */
declare module "better-sqlite3" {
  type Bindable = string | number | bigint | null | Uint8Array;

  interface Statement {
    run(...values: readonly Bindable[]): {
      readonly changes: number;
      readonly lastInsertRowid: number | bigint;
    };
    get(...values: readonly Bindable[]): unknown;
    all(...values: readonly Bindable[]): unknown[];
    /** From now on each row is the value of its first column. */
    pluck(only: boolean): this;
  }

  export default class Database {
    constructor(
      file: string,
      options?: { readonly readonly?: boolean; readonly fileMustExist?: boolean; readonly timeout?: number },
    );
    readonly open: boolean;
    readonly inTransaction: boolean;
    prepare(sql: string): Statement;
    exec(sql: string): this;
    pragma(pragma: string, options?: { readonly simple?: boolean }): unknown;
    close(): this;
  }
}
