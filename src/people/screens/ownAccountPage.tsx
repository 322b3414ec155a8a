/** The own account: roles, password, second step, where one is signed in, access tokens. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useSay } from "../../web/language.tsx";
import { PageHead, Section } from "../../web/page.tsx";
import { Loaded } from "../../web/states.tsx";
import { useHref } from "../../web/view.tsx";
import type { Area, SessionAnswer } from "../vocabulary.ts";
import { ACCOUNT_WORDS } from "./accountWords.ts";
import { ChangePassword } from "./changePassword.tsx";
import { OwnSessions } from "./ownSessions.tsx";
import { OwnTokens } from "./ownTokens.tsx";
import { type AreaName, RoleList } from "./roles.tsx";
import { SecondStep } from "./secondStep.tsx";
import { useSession } from "./session.ts";
import { PEOPLE_WORDS } from "./words.ts";
import "./people.css";
import "./accounts.css";

type PageProps = { readonly areaName: (area: Area) => AreaName; readonly more?: ReactNode };

/** The page `/account`. */
export function OwnAccountPage({ areaName, more }: PageProps) {
  const session = useSession();
  return (
    <Loaded answer={session}>
      {({ user }) => (user === null ? <SignInFirst /> : <Own user={user} areaName={areaName} more={more} />)}
    </Loaded>
  );
}

function SignInFirst() {
  const say = useSay();
  const href = useHref();
  return (
    <PageHead title={say(ACCOUNT_WORDS.own)}>
      <p className="lead">{say(ACCOUNT_WORDS.ownLead)}</p>
      <p>
        <Link className="button" to={href("/dang-nhap", { return: href("/account") })}>
          {say(PEOPLE_WORDS.signIn)}
        </Link>
      </p>
    </PageHead>
  );
}

type OwnProps = PageProps & { readonly user: NonNullable<SessionAnswer["user"]> };

function Own({ user, areaName, more }: OwnProps) {
  const say = useSay();
  return (
    <>
      <PageHead kicker={say(ACCOUNT_WORDS.own)} title={user.name}>
        <p className="muted">{user.login}</p>
      </PageHead>
      <Section title={say(ACCOUNT_WORDS.roles)}>
        <RoleList roles={user.roles} areaName={areaName} />
      </Section>
      {more}
      <Section title={say(PEOPLE_WORDS.password)}>
        <ChangePassword login={user.login} current={ACCOUNT_WORDS.presentPassword} />
      </Section>
      <Section title={say(ACCOUNT_WORDS.secondStep)}>
        <SecondStep on={user.secondStep} />
      </Section>
      <Section title={say(ACCOUNT_WORDS.sessions)}>
        <OwnSessions />
      </Section>
      <Section title={say(ACCOUNT_WORDS.tokens)}>
        <OwnTokens />
      </Section>
    </>
  );
}
