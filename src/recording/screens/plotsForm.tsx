/** The work on a zone's plots: the drawing, what stands beside it, then paper, day and dry run. */
import { type KeyboardEvent, type ReactNode, useMemo } from "react";
import { OPERATIONS, type PlotGround } from "../../land/drawing/vocabulary.ts";
import { Board, writePairs } from "../../land/screens/public.tsx";
import { useRight } from "../../people/screens/public.tsx";
import { useLang, useSay } from "../../web/language.tsx";
import { Section } from "../../web/page.tsx";
import type { DoneWith } from "./done.tsx";
import { withPaper } from "./draft.ts";
import { DraftBack } from "./draftBack.tsx";
import { Field } from "./paperFields.tsx";
import { PaperPart } from "./paperPart.tsx";
import {
  cornersOf,
  findPlotsTelling,
  NEEDS,
  OPERATION_KEYS,
  type PlotsDraft,
  type Work,
  withChosen,
  withOperation,
} from "./plotsDraft.ts";
import { CornersField, StateFields } from "./plotsFields.tsx";
import { PlotsFile } from "./plotsFile.tsx";
import { GroundLine } from "./plotsGround.tsx";
import { boardOf, workedOf } from "./plotsOnBoard.ts";
import { Marked, NewPlots, Results, StandingPlots } from "./plotsTables.tsx";
import { HOW, PLOTS_WORDS } from "./plotsWords.ts";
import { Effective } from "./toldPart.tsx";
import { doneAgain, type Steps, stepTo, undone } from "./undoing.ts";
import { useRecording } from "./useRecording.tsx";
import { RECORD_WORDS } from "./words.ts";

type Frame = PlotsDraft["frame"];
type FormProps = {
  readonly zone: string;
  readonly ground: PlotGround;
  /** The last commit that was there when the ground was first seen. */
  readonly expected: number;
  readonly frame: Frame;
  readonly setFrame: (frame: Frame) => void;
  readonly steps: Steps<Work>;
  readonly setSteps: (steps: Steps<Work>) => void;
  readonly restored: string | null;
  readonly discard: () => void;
  readonly ended: ReactNode;
  readonly keep: (frame: Frame) => void;
  readonly finish: (done: DoneWith) => void;
};

/** All of it, the first time the ground is there. */
export function PlotsForm(props: FormProps) {
  const { ground, expected, frame, setFrame, steps, restored, discard, ended, keep, finish } = props;
  const say = useSay();
  const lang = useLang();
  const alone = useRight("recordWithoutApproval");
  const work = steps.now;
  const worked = useMemo(() => workedOf(work, ground), [work, ground]);
  const told = useMemo(
    () => findPlotsTelling({ frame, work }, { ground, worked, lang, expected: frame.expected ?? expected }),
    [frame, work, ground, worked, lang, expected],
  );
  const { alike, preview } = useRecording({
    told,
    sent: frame.sent,
    keep: (sent) => {
      const next = { ...frame, sent };
      setFrame(next);
      keep(next);
    },
    finish,
    directly: alone?.ok === true,
    ended,
    goOn: (commit) => setFrame({ ...frame, expected: commit }),
  });
  return (
    <>
      <DraftBack restored={restored} discard={discard} />
      <Section title={say(PLOTS_WORDS.work)}>
        <GroundLine ground={ground} />
        <Workbench {...props} worked={worked} />
      </Section>
      <Section title={say(PLOTS_WORDS.paper)}>
        <PaperPart
          paper={frame.paper}
          change={(paper, offered) => setFrame(withPaper(frame, paper, offered))}
          alike={alike}
        />
        <Effective draft={frame} form={{ about: "plots" }} change={setFrame} />
        <Field label={say(RECORD_WORDS.note)}>
          {(given) => (
            <textarea
              {...given}
              rows={2}
              value={frame.note}
              onChange={(e) => setFrame({ ...frame, note: e.target.value })}
            />
          )}
        </Field>
      </Section>
      <Section title={say(PLOTS_WORDS.preview)}>{preview}</Section>
    </>
  );
}

type BenchProps = FormProps & { readonly worked: ReturnType<typeof workedOf> };

/** Board and tables, with undo, redo and giving up by buttons and keys. */
function Workbench({ ground, steps, setSteps, worked, zone }: BenchProps) {
  const say = useSay();
  const lang = useLang();
  const work = steps.now;
  const needs = NEEDS[work.operation];
  const change = (next: Work, about: string | null = null) =>
    setSteps(stepTo(steps, next, { about, at: Date.now() }));
  const corners = cornersOf(work);
  const onBoard = useMemo(() => boardOf(work, { ground, worked }), [work, ground, worked]);
  const isDrawing = needs.corners !== null && work.chosen.length >= needs.least;
  const giveUp = () => {
    if (work.corners !== "") change({ ...work, corners: "" });
    else if (work.chosen.length > 0) change({ ...work, chosen: [], numbers: [] });
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape") return giveUp();
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
    // The fields here are of the work: the browser's own undo of one field would tear it apart.
    event.preventDefault();
    setSteps(event.shiftKey ? doneAgain(steps) : undone(steps));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of what is in it; each has its button as well
    <div className="plots-bench" onKeyDown={keys}>
      <fieldset className="plots-operations" aria-label={say(PLOTS_WORDS.operation)}>
        {OPERATION_KEYS.map((key) => (
          <button
            key={key}
            type="button"
            aria-pressed={work.operation === key}
            onClick={() => change(withOperation(work, key))}
          >
            {say(OPERATIONS[key])}
          </button>
        ))}
      </fieldset>
      <p className="plots-how">{say(HOW[work.operation])}</p>
      <div className="plots-work">
        <div className="plots-board">
          <Board
            plots={onBoard.plots}
            outline={onBoard.outline}
            line={corners}
            closed={needs.corners === "ring"}
            marks={onBoard.marks}
            press={isDrawing ? "corner" : "choose"}
            choose={(id) => change(withChosen(work, id))}
            setCorner={(at) =>
              change({ ...work, corners: `${work.corners.trimEnd()}\n${writePairs([at], lang)}`.trimStart() })
            }
          />
          <p className="plots-undo">
            <button type="button" disabled={steps.past.length === 0} onClick={() => setSteps(undone(steps))}>
              {say(PLOTS_WORDS.undo)}
            </button>
            <button
              type="button"
              disabled={steps.future.length === 0}
              onClick={() => setSteps(doneAgain(steps))}
            >
              {say(PLOTS_WORDS.redo)}
            </button>
            <button type="button" disabled={work.corners === "" && work.chosen.length === 0} onClick={giveUp}>
              {say(PLOTS_WORDS.escape)}
            </button>
          </p>
          <Marked marks={onBoard.marks} />
        </div>
        <div className="plots-side">
          {(work.operation === "draw" || work.operation === "outline" || work.operation === "redraw") && (
            <PlotsFile zone={zone} work={work} change={change} />
          )}
          {needs.corners !== null && (
            <CornersField work={work} ground={ground} kind={needs.corners} change={change} />
          )}
          {work.operation === "state" && <StateFields work={work} change={change} />}
          <Results work={work} worked={worked} ground={ground} change={change} />
          <StandingPlots work={work} ground={ground} change={change} />
        </div>
      </div>
      {work.operation === "draw" && work.plots.length > 0 && (
        <NewPlots work={work} plane={ground.plane.epsg} change={change} />
      )}
    </div>
  );
}
