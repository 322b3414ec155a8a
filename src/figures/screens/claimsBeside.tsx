/** What a paper says, beside its copy: each number as printed, where it stands in the text, what the register holds. */
import { useAnswer } from "../../web/answer.ts";
import { useSay } from "../../web/language.tsx";
import { SubjectLink } from "../../web/links.tsx";
import { StillNumber } from "../../web/number.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import type { ComparedClaim } from "../vocabulary.ts";
import { claimList, shownClaim } from "./answers.ts";
import { RegisterValue } from "./claimsPage.tsx";
import { VerdictMark } from "./verdict.tsx";
import { FIGURE_WORDS } from "./words.ts";
import "./claims.css";

type BesideProps = {
  readonly id: string;
  /** What shows a place in the text; null where the copy has no such place. */
  readonly open: (place: string) => (() => void) | null;
};

/** The list, in the order of the paper. */
export function ClaimsBeside({ id, open }: BesideProps) {
  const say = useSay();
  const answer = useAnswer(claimList, "/api/claims", { document: id, place: null });
  return (
    <Loaded answer={answer} lines={20}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>{say(FIGURE_WORDS.noClaims)}</Empty>
        ) : (
          <ul className="claims-beside">
            {items.map((claim) => (
              <Said key={claim.id} claim={claim} open={open} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function Said({ claim, open }: Pick<BesideProps, "open"> & { readonly claim: ComparedClaim }) {
  const say = useSay();
  const { subject, title } = claim.about;
  return (
    <li>
      <p className="claims-beside-title">
        {title}
        {subject !== null && !title.includes(subject.label) && (
          <>
            {" · "}
            <SubjectLink subject={subject} />
          </>
        )}
      </p>
      <p>
        <strong className="figures">
          {claim.printed ?? (claim.value === null ? null : <StillNumber number={shownClaim(claim)} />)}
        </strong>
        {claim.locator !== null && <PlaceInText place={claim.locator} open={open} />}
      </p>
      <p className="claims-beside-register">
        <VerdictMark
          verdict={claim.verdict}
          differsBy={claim.differsBy}
          unit={claim.unit === "zone" ? null : claim.unit}
        />
        {claim.registerValue !== null && (
          <span>
            {say(FIGURE_WORDS.register)}: <RegisterValue claim={claim} />
          </span>
        )}
      </p>
    </li>
  );
}

function PlaceInText({ place, open }: Pick<BesideProps, "open"> & { readonly place: string }) {
  const show = open(place);
  if (show === null) return <span className="muted"> · {place}</span>;
  return (
    <>
      {" · "}
      <button type="button" className="bare" onClick={show}>
        {place}
      </button>
    </>
  );
}
