/** A real OpenID provider on this machine: its pages for signing in and agreeing, for anybody of the given people. */
import { createServer, type Server } from "node:http";
import Provider from "oidc-provider";
import { type Oidc, oidcClient } from "../src/platform/identity/oidc.ts";

const CLIENT = { id: "khu", secret: "a-secret-of-the-test" } as const;

export type TestProvider = {
  readonly issuer: string;
  /** What a server of ours asks it with. */
  readonly client: Oidc;
  /** Lets it send people back to this server. Call it once the server listens. */
  readonly serve: (base: string) => void;
  readonly stop: () => void;
};

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** Starts it; whom it knows by their login there, with what it tells of them. */
export async function startProvider(people: Readonly<Record<string, object>>): Promise<TestProvider> {
  let handle: ReturnType<Provider["callback"]> | null = null;
  const server = createServer((request, response) => handle?.(request, response));
  const issuer = `http://127.0.0.1:${await listening(server)}`;
  return {
    issuer,
    client: oidcClient({ issuer: new URL(issuer), clientId: CLIENT.id, clientSecret: CLIENT.secret }),
    serve: (base) => {
      handle = new Provider(issuer, {
        clients: [
          {
            client_id: CLIENT.id,
            client_secret: CLIENT.secret,
            redirect_uris: [`${base}/api/session/oidc/return`],
          },
        ],
        pkce: { required: () => true },
        claims: { profile: ["name", "preferred_username"], email: ["email", "email_verified"] },
        cookies: { keys: ["khoá của phép thử"] },
        findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id, ...people[id] }) }),
      }).callback();
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
