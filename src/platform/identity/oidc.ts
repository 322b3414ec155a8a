/** Signing in through an identity provider: OpenID Connect, authorization code with PKCE, state and nonce. */
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import { z } from "zod";
import { done, type Outcome, type Problem, refused } from "../../kernel/problems.ts";

export type OidcSettings = { readonly issuer: URL; readonly clientId: string; readonly clientSecret: string };

/** Somebody has gone to the provider: what must come back with them. */
export type OidcAttempt = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** Whom the provider vouches for. `email` only where the provider has verified it. */
export type OidcPerson = {
  readonly issuer: string;
  readonly subject: string;
  readonly login: string | null;
  readonly name: string | null;
  readonly email: string | null;
};

export type Oidc = {
  /** Where to send the browser. 503 where the provider can't be asked. */
  readonly start: (
    returnAddress: string,
  ) => Promise<Outcome<{ readonly address: string; readonly attempt: OidcAttempt }>>;
  /** Who came back to the address. 401 where the provider refused, or what came back is not what was sent. */
  readonly finish: (address: URL, attempt: OidcAttempt) => Promise<Outcome<OidcPerson>>;
};

const claims = z.looseObject({
  sub: z.string(),
  name: z.string().nullish(),
  preferred_username: z.string().nullish(),
  email: z.string().nullish(),
  email_verified: z.boolean().nullish(),
});

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])$/;

/** The client of one provider. It is asked for its description at the first sign-in, and again until it answers. */
export function oidcClient(settings: OidcSettings): Oidc {
  let known: Promise<Configuration> | null = null;
  const configuration = (): Promise<Configuration> => {
    const asked =
      known ??
      discovery(settings.issuer, settings.clientId, settings.clientSecret, undefined, {
        timeout: 10,
        execute: isLocal(settings.issuer) ? [allowInsecureRequests] : [],
      });
    known = asked;
    asked.catch(() => {
      known = null;
    });
    return asked;
  };
  return {
    start: async (returnAddress) => {
      const config = await configuration().catch(() => null);
      if (config === null) return refused(unreachable(settings.issuer));
      const attempt = {
        state: randomState(),
        nonce: randomNonce(),
        verifier: randomPKCECodeVerifier(),
      };
      const address = buildAuthorizationUrl(config, {
        redirect_uri: returnAddress,
        scope: "openid profile email",
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: "S256",
      });
      return done({ address: address.href, attempt });
    },
    finish: async (address, attempt) => {
      const config = await configuration().catch(() => null);
      if (config === null) return refused(unreachable(settings.issuer));
      try {
        return done(await personOf(config, address, attempt));
      } catch (error) {
        // The library's error may hold the code or a token; it is told to nobody.
        const denied = error instanceof AuthorizationResponseError && error.error === "access_denied";
        return refused(denied ? notAllowed : notVouched);
      }
    },
  };
}

/** Without https only on this machine, for trials. */
function isLocal(issuer: URL): boolean {
  return issuer.protocol === "http:" && LOOPBACK.test(issuer.hostname);
}

async function personOf(config: Configuration, address: URL, attempt: OidcAttempt): Promise<OidcPerson> {
  const tokens = await authorizationCodeGrant(config, address, {
    expectedState: attempt.state,
    expectedNonce: attempt.nonce,
    pkceCodeVerifier: attempt.verifier,
    idTokenExpected: true,
  });
  const told = tokens.claims();
  if (told === undefined) throw new Error("no ID token");
  const more = await fetchUserInfo(config, tokens.access_token, told.sub);
  const person = claims.parse({ ...told, ...more });
  return {
    issuer: told.iss,
    subject: told.sub,
    login: person.preferred_username ?? null,
    name: person.name ?? null,
    email: person.email_verified === true ? (person.email?.toLowerCase() ?? null) : null,
  };
}

function unreachable(issuer: URL): Problem {
  return {
    code: "oidc.unreachable",
    status: 503,
    field: null,
    message: {
      vi: `Không hỏi được nơi xác nhận danh tính ${issuer.host}.`,
      en: `The identity provider ${issuer.host} can't be asked.`,
    },
    remedy: {
      vi: "Thử lại sau, hoặc đăng nhập bằng mật khẩu.",
      en: "Try again later, or sign in with a password.",
    },
  };
}

/** The person did not let the provider tell who they are. */
const notAllowed: Problem = {
  code: "oidc.denied",
  status: 401,
  field: null,
  message: {
    vi: "Việc đăng nhập đã bị từ chối hoặc hủy ở nơi xác nhận danh tính.",
    en: "Signing in was refused or broken off at the identity provider.",
  },
  remedy: {
    vi: "Đăng nhập lại và đồng ý, hoặc dùng mật khẩu.",
    en: "Sign in again and agree, or use a password.",
  },
};

const notVouched: Problem = {
  code: "oidc.refused",
  status: 401,
  field: null,
  message: {
    vi: "Nơi xác nhận danh tính đã không xác nhận lần đăng nhập này.",
    en: "The identity provider did not vouch for this sign-in.",
  },
  remedy: { vi: "Đăng nhập lại từ đầu.", en: "Sign in again from the beginning." },
};
