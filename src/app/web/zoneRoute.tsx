/** The page of a zone with what other folders bring to it: the ways to record, the procedures; loaded when one is opened. */
import { ProceduresOf } from "../../procedures/screens/public.tsx";
import { PlotsLink, RecordButton } from "../../recording/screens/public.tsx";
import { ZoneScreen } from "../../zones/screens/zonePage.tsx";

/** The page. */
export function ZoneRoute() {
  return (
    <ZoneScreen
      actions={(zone) => (
        <>
          <RecordButton zone={zone} /> <PlotsLink zone={zone} />
        </>
      )}
      procedures={(zone) => <ProceduresOf subject={{ ...zone, kind: "zone" }} />}
    />
  );
}
