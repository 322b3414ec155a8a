/**
 * One number, everywhere the same: the paper's precision word, digits, a lighter unit, and small marks that become words
 * on hover, on focus, in print and for screen readers. The whole is a link to its proof.
 */
import { Link } from "react-router";
import type { PartialDate } from "../kernel/dates.ts";
import { formatCount, formatQuantity, precisionText } from "./format.ts";
import { useLang, useSay } from "./language.tsx";
import { useProofLink } from "./links.tsx";
import { marksAttribute } from "./markTips.tsx";
import { markWords, type ShownNumber, staleWords } from "./numberWords.ts";
import { WORDS } from "./words.ts";
import "./number.css";

/** A number that stands for itself, without marks. */
export function plainNumber(value: number | null, unit: string | null): ShownNumber {
  return {
    value,
    unit,
    precision: "exact",
    precisionWord: null,
    reported: false,
    period: null,
    evidenceAsOf: null,
    stale: false,
    missing: 0,
    disputed: 0,
  };
}

type FaceProps = {
  readonly number: ShownNumber;
  /** Prints one-digit counts as `06`. */
  readonly counted?: boolean;
  /** Replaces the unit's word; empty: no unit. */
  readonly unitWord?: string | undefined;
};

function NumberFace({ number, counted = false, unitWord }: FaceProps) {
  const lang = useLang();
  const say = useSay();
  if (number.value === null) {
    return (
      <span className="number-none">
        <span className="number-hatch hatched" />
        <span>{say(number.withheld === true ? WORDS.withheld : WORDS.noFigure)}</span>
      </span>
    );
  }
  const { digits, unit } = formatQuantity(number.value, number.unit, lang);
  const before = precisionText(number.precision, number.precisionWord, lang);
  const word = unitWord ?? unit;
  const close = word === "%" ? "" : "\u00a0";
  return (
    <>
      {before !== "" && <span className="number-precision">{`${before}\u00a0`}</span>}
      <span className="number-digits">{counted ? formatCount(number.value, lang) : digits}</span>
      {word !== "" && <span className="number-unit">{`${close}${word}`}</span>}
    </>
  );
}

function Clock() {
  return (
    <svg className="mark-stale" viewBox="0 0 12 12" focusable="false" aria-hidden="true">
      <circle cx="6" cy="6" r="4.75" />
      <path d="M6 3.2V6l2 1.6" />
    </svg>
  );
}

/** The mark of what is no number: that its newest paper is old. A legend beside it says what the clock means. */
export function StaleMark({ evidenceAsOf }: { readonly evidenceAsOf: PartialDate }) {
  const words = staleWords(evidenceAsOf, useLang());
  return (
    <span className="stale-mark" {...marksAttribute([words])}>
      <Clock />
      <span className="number-words" data-words={` (${words})`} />
    </span>
  );
}

/** What the clock means, for the foot of a table that uses it. */
export function StaleLegend() {
  const say = useSay();
  return (
    <p className="stale-legend">
      <Clock /> {say(WORDS.staleLegend)}
    </p>
  );
}

function Marks({ number }: { readonly number: ShownNumber }) {
  return (
    <span className="number-marks" aria-hidden="true">
      {number.missing > 0 && (
        <span className="number-mark mark-missing">
          <span className="hatched" />
          {number.missing}
        </span>
      )}
      {number.disputed > 0 && <span className="number-mark mark-disputed">≠{number.disputed}</span>}
      {number.withheld !== true && number.hidden !== undefined && number.hidden > 0 && (
        <span className="number-mark mark-hidden">▨{number.hidden}</span>
      )}
      {number.stale && <Clock />}
    </span>
  );
}

type NumberProps = FaceProps & {
  /** Where its proof stands. */
  readonly to: string;
  /** What the number is, where the words around it do not say it. */
  readonly label?: string;
};

/** The number as a link to its proof. */
export function Num({ to, label, ...face }: NumberProps) {
  const lang = useLang();
  const proof = useProofLink(to);
  const words = markWords(face.number, lang);
  return (
    <Link className="number" data-reported={face.number.reported} {...marksAttribute(words)} {...proof}>
      {label !== undefined && <span className="number-name" data-words={`${label}: `} />}
      <NumberFace {...face} />
      {words.length > 0 && (
        <>
          <Marks number={face.number} />
          <span className="number-words" data-words={` (${words.join("; ")})`} />
        </>
      )}
    </Link>
  );
}

/** The same face without a link, inside something that is the proof already. */
export function StillNumber(face: FaceProps) {
  return (
    <span className="number still" data-reported={face.number.reported}>
      <NumberFace {...face} />
    </span>
  );
}
