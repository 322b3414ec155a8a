/** Every shared part of the screens on one page, with invented content: for who builds a screen or judges one. */
import { plainDate } from "../../../kernel/dates.ts";
import { ActionButton, ConfirmButton, ShownOnce } from "../../../web/action.tsx";
import { ApiError } from "../../../web/api.ts";
import { DayInput } from "../../../web/dayInput.tsx";
import { Field } from "../../../web/forms.tsx";
import { HowDated } from "../../../web/howDated.tsx";
import { useSay } from "../../../web/language.tsx";
import { PaperLinks, ViewLink } from "../../../web/links.tsx";
import { NarrowField, Narrowing } from "../../../web/narrowing.tsx";
import { StaleLegend } from "../../../web/number.tsx";
import { PageHead, Section } from "../../../web/page.tsx";
import { Paper, Papers } from "../../../web/paper.tsx";
import { Progress } from "../../../web/progress.tsx";
import { Empty, ProblemNotice, Waiting } from "../../../web/states.tsx";
import { type Column, DataTable } from "../../../web/table.tsx";
import { NumberSamples } from "./numberSamples.tsx";
import { ColourSamples, FormatSamples, TypeSamples } from "./styleSamples.tsx";
import { COMPONENT_WORDS } from "./words.ts";
import "./components.css";

const NOTHING = () => undefined;

/** The page `/components`; it stands in no menu. */
export function ComponentsPage() {
  const say = useSay();
  return (
    <>
      <PageHead kicker="src/web" title={say(COMPONENT_WORDS.components)}>
        <p className="lead">{say(COMPONENT_WORDS.lead)}</p>
      </PageHead>
      <Section title={say(COMPONENT_WORDS.numbers)}>
        <NumberSamples />
        <StaleLegend />
      </Section>
      <Section title={say(COMPONENT_WORDS.papers)}>
        <PaperSamples />
      </Section>
      <Section title={say(COMPONENT_WORDS.table)}>
        <TableSample />
      </Section>
      <Section title={say(COMPONENT_WORDS.buttons)}>
        <ButtonSamples />
      </Section>
      <Section title={say(COMPONENT_WORDS.fields)}>
        <FieldSamples />
      </Section>
      <Section title={say(COMPONENT_WORDS.states)}>
        <StateSamples />
      </Section>
      <Section title={say(COMPONENT_WORDS.links)}>
        <p>
          <ViewLink to="/components">{say(COMPONENT_WORDS.usual)}</ViewLink> ·{" "}
          <PaperLinks papers={[{ id: "mau", label: "00-MAU" }]} />
        </p>
      </Section>
      <Section title={say(COMPONENT_WORDS.type)}>
        <TypeSamples />
      </Section>
      <Section title={say(COMPONENT_WORDS.formats)}>
        <FormatSamples />
      </Section>
      <Section title={say(COMPONENT_WORDS.colours)}>
        <ColourSamples />
      </Section>
    </>
  );
}

function PaperSamples() {
  const say = useSay();
  return (
    <Papers>
      {[true, false].map((counts) => (
        <Paper
          key={String(counts)}
          name={say(COMPONENT_WORDS.sampleDecision)}
          dated="01/01/2024"
          issuer={say(COMPONENT_WORDS.sampleIssuer)}
          foot={say(COMPONENT_WORDS.noCopy)}
          counts={counts}
        >
          {say(COMPONENT_WORDS.sampleSays)}
        </Paper>
      ))}
    </Papers>
  );
}

type Row = { readonly id: string; readonly hectares: number; readonly operating: boolean };
const ROWS: readonly Row[] = [
  { id: "1", hectares: 12.3, operating: false },
  { id: "2", hectares: 40, operating: true },
  { id: "3", hectares: 7, operating: false },
];

function TableSample() {
  const say = useSay();
  const stageOf = (row: Row) => say(row.operating ? COMPONENT_WORDS.operating : COMPONENT_WORDS.planned);
  const columns: Column<Row>[] = [
    {
      key: "name",
      head: say(COMPONENT_WORDS.name),
      names: true,
      sortBy: (row) => row.id,
      cell: (row) => `${say(COMPONENT_WORDS.cluster)} ${row.id}`,
    },
    { key: "stage", head: say(COMPONENT_WORDS.stage), sortBy: stageOf, cell: stageOf },
    {
      key: "area",
      head: say(COMPONENT_WORDS.hectares),
      figures: true,
      sortBy: (row) => row.hectares,
      cell: (row) => row.hectares,
    },
  ];
  return (
    <DataTable
      caption={say(COMPONENT_WORDS.table)}
      columns={columns}
      rows={ROWS}
      rowKey={(row) => row.id}
      groupBy={stageOf}
      rowTone={(row) => (row.id === "3" ? "quiet" : undefined)}
    />
  );
}

function ButtonSamples() {
  const say = useSay();
  return (
    <div className="component-row">
      <ActionButton act={NOTHING} primary>
        {say(COMPONENT_WORDS.main)}
      </ActionButton>
      <ActionButton act={NOTHING}>{say(COMPONENT_WORDS.usual)}</ActionButton>
      <ActionButton act={NOTHING} why={say(COMPONENT_WORDS.offWhy)}>
        {say(COMPONENT_WORDS.off)}
      </ActionButton>
      <ConfirmButton act={NOTHING} consequence={say(COMPONENT_WORDS.twiceFollows)}>
        {say(COMPONENT_WORDS.twice)}
      </ConfirmButton>
      <ShownOnce label={say(COMPONENT_WORDS.once)} text="mau-0000" />
    </div>
  );
}

function FieldSamples() {
  const say = useSay();
  const stages = [
    { id: "operating", label: say(COMPONENT_WORDS.operating) },
    { id: "planned", label: say(COMPONENT_WORDS.planned) },
  ];
  const lines = [
    { text: say(COMPONENT_WORDS.sampleCounted), paper: "00-MAU", mark: null },
    { text: say(COMPONENT_WORDS.sampleRolled), paper: null, mark: null },
  ];
  return (
    <div className="component-stack">
      <Narrowing names={["stage"]}>
        <NarrowField name="stage" label={say(COMPONENT_WORDS.stage)} options={stages} />
      </Narrowing>
      <form className="form">
        <Field label={COMPONENT_WORDS.received}>
          <DayInput name="on" day={plainDate("2024-01-02")} />
        </Field>
        <Field label={COMPONENT_WORDS.signer} hint={COMPONENT_WORDS.sampleIssuer}>
          <input name="signer" />
        </Field>
      </form>
      <HowDated name={say(COMPONENT_WORDS.sampleLimit)} lines={lines} open />
    </div>
  );
}

function StateSamples() {
  const say = useSay();
  const refusal = new ApiError(
    422,
    [
      {
        code: "mau",
        field: "Mẫu!C7",
        message: COMPONENT_WORDS.refused,
        remedy: COMPONENT_WORDS.remedy,
      },
    ],
    null,
  );
  return (
    <div className="component-stack">
      <Waiting lines={3} />
      <Progress busy label={say(COMPONENT_WORDS.working)} done={1_234} total={5_000} />
      <Progress busy label={say(COMPONENT_WORDS.sending)} />
      <Empty>{say(COMPONENT_WORDS.empty)}</Empty>
      <ProblemNotice error={refusal} />
    </div>
  );
}
