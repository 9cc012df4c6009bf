import type { InjectOptions, LightMyRequestResponse } from "fastify";

type Headers = Record<string, string>;

export interface Sent {
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Headers;
  /** The token of the form; without it the one the last page gave. */
  readonly csrf?: string | null;
}

/** A browser as far as the console can tell: it keeps cookies, and says where its forms come from. */
export interface Browser {
  readonly cookies: Map<string, string>;
  get(path: string, headers?: Headers): Promise<LightMyRequestResponse>;
  /** Loads the sign-in page for a token if there was no page yet, and sends a form. */
  post(path: string, sent?: Sent): Promise<LightMyRequestResponse>;
  /** Sends a form and opens the page it leads to. */
  does(path: string, form?: Readonly<Record<string, string>>): Promise<LightMyRequestResponse>;
}

export function browserOf(
  inject: (options: InjectOptions) => Promise<LightMyRequestResponse>,
  publicUrl: string,
): Browser {
  const cookies = new Map<string, string>();
  const host = new URL(publicUrl).host;
  let csrf: string | null = null;
  const send = async (options: InjectOptions & { headers: Headers }) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("; ");
    const response = await inject({
      ...options,
      headers: { host, ...(cookie === "" ? {} : { cookie }), ...options.headers },
    });
    for (const { name, value, expires, maxAge } of response.cookies) {
      const isOver = maxAge === 0 || (expires !== undefined && expires.getTime() <= 0);
      if (isOver || value === "") cookies.delete(name);
      else cookies.set(name, value);
    }
    csrf = /name="_csrf" value="([^"]+)"/.exec(response.body)?.[1] ?? csrf;
    return response;
  };
  const get: Browser["get"] = (path, headers = {}) => send({ method: "GET", url: path, headers });
  const post: Browser["post"] = async (path, { form = {}, headers, csrf: token } = {}) => {
    if (csrf === null && token === undefined) await get("/console/sign-in");
    const shown = token === undefined ? csrf : token;
    return send({
      method: "POST",
      url: path,
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        ...(headers ?? { "sec-fetch-site": "same-origin", origin: new URL(publicUrl).origin }),
      },
      payload: new URLSearchParams({ ...form, ...(shown === null ? {} : { _csrf: shown }) }).toString(),
    });
  };
  return {
    cookies,
    get,
    post,
    does: async (path, form = {}) => {
      const response = await post(path, { form });
      const { location } = response.headers;
      return response.statusCode === 303 && location !== undefined ? get(location) : response;
    },
  };
}
