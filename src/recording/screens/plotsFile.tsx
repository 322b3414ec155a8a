/** Brings plots in from a file: read by the server, shown, and taken into the work; mended by one press where that can be. */
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { type Mend, type PlotsRead, plotsRead, type ReadPlot } from "../../land/drawing/vocabulary.ts";
import { EPSG_CODES, SYSTEMS } from "../../land/screens/public.tsx";
import { post } from "../../web/api.ts";
import { formatNumber } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { Progress } from "../../web/progress.tsx";
import { ProblemList, ProblemNotice } from "../../web/states.tsx";
import { Field } from "./paperFields.tsx";
import type { NewPlot, Work } from "./plotsDraft.ts";
import type { ChangeWork } from "./plotsFields.tsx";
import { codeOf, SquareMetres } from "./plotsGround.tsx";
import { PLOTS_WORDS } from "./plotsWords.ts";
import { findAccuracy } from "./typed.ts";

type FileProps = { readonly zone: string; readonly work: Work; readonly change: ChangeWork };
type Asked = {
  readonly file: File;
  readonly crs: string;
  readonly acceptSwap: boolean;
  readonly accuracy: number;
};

function plotFrom({ number, landUse, drawn, where }: ReadPlot): NewPlot {
  return { key: crypto.randomUUID(), number, landUse, area: "", where, drawn };
}

/** The plots that were read, each surveyed as accurately as was typed. */
function surveyed({ plots }: PlotsRead, accuracy: number): readonly ReadPlot[] {
  return plots.map((plot) => ({ ...plot, drawn: { ...plot.drawn, accuracy } }));
}

/** The field of the file, and what was read. */
export function PlotsFile({ zone, work, change }: FileProps) {
  const say = useSay();
  const lang = useLang();
  const id = useId();
  const [crs, setCrs] = useState("");
  const [typed, setTyped] = useState("");
  const accuracy = findAccuracy(typed, lang);
  const one = work.operation !== "draw";
  const reading = useMutation({
    mutationFn: async ({ file, acceptSwap, ...asked }: Asked) => {
      const form = new FormData();
      form.set("zone", zone);
      form.set("crs", asked.crs);
      form.set("acceptSwap", String(acceptSwap));
      form.set("file", file);
      return post(plotsRead, `/api/plots/read?lang=${lang}`, form);
    },
    onSuccess: (answer, asked) => {
      const [first, ...more] = surveyed(answer, asked.accuracy);
      if (first === undefined) return;
      if (!one) change({ ...work, plots: [...work.plots, ...[first, ...more].map(plotFrom)] });
      else if (more.length === 0)
        change({ ...work, shape: { ...first.drawn, where: first.where }, corners: "" });
    },
  });
  const read = (asked: Asked) => reading.mutate(asked);
  const { data, variables, error, isPending } = reading;
  return (
    <div className="plots-part">
      <Field label={say(PLOTS_WORDS.crs)}>
        {(given) => (
          <select {...given} value={crs} onChange={(e) => setCrs(e.target.value)}>
            <option value="">{say(PLOTS_WORDS.crsOwn)}</option>
            {EPSG_CODES.map((epsg) => (
              <option key={epsg} value={epsg}>
                {say(SYSTEMS[epsg].name)} ({codeOf(epsg)})
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label={say(PLOTS_WORDS.accuracy)}
        hint={say(PLOTS_WORDS.accuracyHint)}
        wrong={accuracy === null ? say(PLOTS_WORDS.accuracyWrong) : null}
      >
        {(given) => (
          <input
            {...given}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            className="figures"
            value={typed}
            onChange={(e) => setTyped(e.target.value)}
          />
        )}
      </Field>
      <div className="field">
        <span className="record-copy">
          <input
            id={id}
            type="file"
            className="visually-hidden"
            accept=".csv,.xlsx,.txt,.geojson,.json,.zip,.kml,.kmz,.dxf"
            disabled={isPending || accuracy === null}
            aria-describedby={`${id}-hint`}
            onChange={(e) => {
              const [file] = e.target.files ?? [];
              if (file !== undefined && accuracy !== null) read({ file, crs, accuracy, acceptSwap: false });
              e.target.value = "";
            }}
          />
          <label className="button" htmlFor={id}>
            {say(PLOTS_WORDS.file)}
          </label>
        </span>
        <small id={`${id}-hint`} className="muted">
          {say(PLOTS_WORDS.fileHint)}
        </small>
      </div>
      <Progress busy={isPending} label={say(PLOTS_WORDS.reading)} />
      {error !== null && <ProblemNotice error={error} />}
      {data !== undefined && variables !== undefined && (
        <WasRead
          read={data}
          file={variables.file.name}
          one={one}
          mend={(mend) =>
            read(
              mend.kind === "swap"
                ? { ...variables, acceptSwap: true }
                : { ...variables, crs: String(mend.crs) },
            )
          }
        />
      )}
      {one && work.shape !== null && (
        <p>
          {say(PLOTS_WORDS.fromFile)} {work.shape.where}{" "}
          <button type="button" className="bare" onClick={() => change({ ...work, shape: null })}>
            {say(PLOTS_WORDS.dropShape)}
          </button>
        </p>
      )}
    </div>
  );
}

type ReadProps = {
  readonly read: PlotsRead;
  readonly file: string;
  readonly one: boolean;
  readonly mend: (mend: Mend) => void;
};

function WasRead({ read, file, one, mend }: ReadProps) {
  const say = useSay();
  const lang = useLang();
  const { plots, problems, mends, warnings, crs } = read;
  const area = plots.reduce((sum, p) => sum + p.area, 0);
  return (
    <div role="status">
      {problems.length > 0 && (
        <div className="problem">
          <h3>{say(PLOTS_WORDS.notTaken)}</h3>
          <ProblemList problems={problems} />
          {mends.length > 0 && (
            <p className="plots-mends">
              {mends.map((m) => (
                <button key={m.label} type="button" onClick={() => mend(m)}>
                  {m.label}
                </button>
              ))}
            </p>
          )}
        </div>
      )}
      {one && plots.length > 1 && <p className="record-notice">{say(PLOTS_WORDS.oneShape)}</p>}
      {plots.length > 0 && !(one && plots.length > 1) && (
        <p>
          {formatNumber(plots.length, lang)} {say(PLOTS_WORDS.taken)} {file}, <SquareMetres area={area} />
          {crs !== null && `; ${crs.name} (${codeOf(crs.epsg)})`}.
        </p>
      )}
      {warnings.length > 0 && (
        <div className="record-notice">
          <h3>{say(PLOTS_WORDS.noticed)}</h3>
          <ProblemList problems={warnings} />
        </div>
      )}
    </div>
  );
}
