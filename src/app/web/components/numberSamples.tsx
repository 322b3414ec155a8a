/** The one number part in each of its states. */
import { partialDate } from "../../../kernel/dates.ts";
import { useSay } from "../../../web/language.tsx";
import { Num, plainNumber, StillNumber } from "../../../web/number.tsx";
import type { ShownNumber } from "../../../web/numberWords.ts";
import { COMPONENT_WORDS } from "./words.ts";

const AREA = plainNumber(123_000, "m2");
const MONEY = plainNumber(58_000_000_000, "dong");
const SAMPLES: ReadonlyArray<readonly [keyof typeof COMPONENT_WORDS, ShownNumber]> = [
  ["plain", AREA],
  ["nearly", { ...MONEY, precision: "nearly", precisionWord: null }],
  ["atLeast", { ...plainNumber(6, "zone"), precision: "atLeast" }],
  [
    "reported",
    {
      ...plainNumber(90, "product"),
      reported: true,
      period: { from: partialDate("2021"), to: partialDate("2023") },
    },
  ],
  ["missing", { ...AREA, missing: 2 }],
  ["disputed", { ...AREA, disputed: 1 }],
  ["stale", { ...AREA, stale: true, evidenceAsOf: partialDate("2020-11") }],
  ["hidden", { ...AREA, hidden: 2 }],
  ["withheld", { ...plainNumber(null, "m2"), withheld: true }],
  ["unknown", plainNumber(null, "m2")],
  ["area", plainNumber(450, "m2")],
];

/** All of them, as links; the last one is its own proof. */
export function NumberSamples() {
  const say = useSay();
  return (
    <dl className="component-pairs">
      {SAMPLES.map(([name, number]) => (
        <div key={name}>
          <dt>{say(COMPONENT_WORDS[name])}</dt>
          <dd>
            <Num number={number} to="/components" label={say(COMPONENT_WORDS[name])} />
          </dd>
        </div>
      ))}
      <div>
        <dt>{say(COMPONENT_WORDS.count)}</dt>
        <dd>
          <StillNumber number={plainNumber(6, "zone")} counted unitWord="" />
        </dd>
      </div>
    </dl>
  );
}
