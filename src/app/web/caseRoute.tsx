/** The page of a case, with the choice of a paper as recording has it; loaded when a case is opened. */
import { useState } from "react";
import { CaseScreen } from "../../procedures/cases/screens/casePage.tsx";
import { type Draft, paperOf } from "../../recording/screens/draft.ts";
import { PaperPart } from "../../recording/screens/paperPart.tsx";
import type { Telling } from "../../recording/vocabulary.ts";
import "../../recording/screens/record.css";

/** The page. */
export function CaseRoute() {
  return <CaseScreen choosePaper={(change) => <PaperChoice change={change} />} />;
}

function PaperChoice({ change }: { readonly change: (paper: Telling["paper"] | null) => void }) {
  const [paper, setPaper] = useState<Draft["paper"]>({ kind: "none" });
  return (
    <PaperPart
      paper={paper}
      alike={[]}
      change={(next) => {
        setPaper(next);
        change(paperOf({ paper: next }));
      }}
    />
  );
}
