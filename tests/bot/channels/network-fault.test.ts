import { describe, expect, it } from "vitest";
import { readNetworkFault } from "../../../bot/channels/network-fault.ts";
import { redactDetail } from "../../../bot/channels/redact-detail.ts";

const fault = (fields: object, message = "") => Object.assign(new Error(message), fields);

describe("a request without an answer", () => {
  it.each([
    ["a refused connection", fault({ code: "ECONNREFUSED" }), "not_sent"],
    ["an unknown name", fault({ code: "ENOTFOUND", syscall: "getaddrinfo" }), "not_sent"],
    ["a connection that takes too long", fault({ code: "ETIMEDOUT", syscall: "connect" }), "not_sent"],
    ["a refused certificate", fault({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" }), "not_sent"],
    [
      "a line cut in the TLS handshake",
      fault(
        { code: "ECONNRESET" },
        "Client network socket disconnected before secure TLS connection was established",
      ),
      "not_sent",
    ],
    [
      "a refusal wrapped twice",
      fault({ error: fault({ cause: fault({ code: "ECONNREFUSED" }) }) }),
      "not_sent",
    ],
    ["a line cut later", fault({ code: "ECONNRESET", syscall: "read" }), "unknown"],
    ["an unreachable host in mid-talk", fault({ code: "EHOSTUNREACH", syscall: "read" }), "unknown"],
    ["a broken pipe", fault({ code: "EPIPE", syscall: "write" }), "unknown"],
    ["an answer that takes too long", fault({ code: "ECONNABORTED" }), "unknown"],
    ["something that is no error", "text", "unknown"],
    ["nothing", undefined, "unknown"],
  ])("because of %s counts as %s", (_, error, kind) => {
    expect(readNetworkFault(error).kind).toBe(kind);
  });

  it("ends where an error wraps itself", () => {
    const loop = fault({ code: "EPIPE" });
    Object.assign(loop, { cause: loop });
    expect(readNetworkFault(loop)).toEqual({ kind: "unknown", code: "EPIPE" });
  });
});

it.each([
  ["The 'To' number +905550100001 is not valid", "The 'To' number <number> is not valid"],
  ["to 0555 010 00 01 failed", "to <number> failed"],
  ["whatsapp:TR.abcdef123456 is gone", "whatsapp:<user id> is gone"],
  ["https://api/bot123456:AAtest-token/sendMessage", "https://api/bot<token>/sendMessage"],
  ["error 21211 (HTTP 400)", "error 21211 (HTTP 400)"],
])("%s is logged as %s", (detail, logged) => {
  expect(redactDetail(detail)).toBe(logged);
});
