import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { cannotListen } from "../../src/ops/cannot-listen.ts";

/** What Node says when it cannot listen. */
async function causeOf(host: string, port: number): Promise<unknown> {
  const server = createServer().listen(port, host);
  return once(server, "listening").catch((error: unknown) => error);
}

describe("an address that cannot be listened to", () => {
  it("whose port is taken is told by host and port, with the setting to change", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const told = cannotListen("127.0.0.1", port, await causeOf("127.0.0.1", port));
    other.close();
    expect(told.code).toBe("listen");
    expect(told.message).toBe(
      `cannot listen on 127.0.0.1:${port}: the port is taken; choose another PORT (EADDRINUSE)`,
    );
    expect(told.forUser).toBe(`Er kan niet worden geluisterd op 127.0.0.1:${port}: de poort is al in gebruik.`);
  });

  it("that is no address of this machine is no fault of the port", async () => {
    // Kept for documentation (RFC 5737): no machine has it.
    const told = cannotListen("192.0.2.1", 3000, await causeOf("192.0.2.1", 3000));
    expect(told.message).toContain("none of this machine's; choose another HOST (EADDRNOTAVAIL)");
    expect(told.forUser).toContain("192.0.2.1:3000: dat adres is niet van deze machine");
  });

  it("whose port this user may not use says so, also where it is the monitor's", () => {
    const denied = Object.assign(new Error("listen EACCES"), { code: "EACCES" });
    const told = cannotListen("127.0.0.1", 80, denied, "HEALTH_");
    expect(told.message).toMatch(/^cannot listen on 127\.0\.0\.1:80: .*choose another HEALTH_PORT \(EACCES\)$/);
    expect(told.forUser).toContain("mag de poort niet gebruiken");
  });

  it("for another reason gives that reason, and both settings", () => {
    const told = cannotListen("127.0.0.1", 80, Object.assign(new Error("x"), { code: "EMFILE" }));
    expect(told.message).toBe("cannot listen on 127.0.0.1:80: EMFILE; see HOST and PORT");
  });
});
