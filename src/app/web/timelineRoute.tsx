/** The chart of plan and course, for who may see it with forecasts and questions beside; loaded when it is opened. */
import { useParams } from "react-router";
import { useRight } from "../../people/screens/public.tsx";
import { type ZoneForesight, zoneForesight } from "../../procedures/foresight/pageWords.ts";
import { ZoneForesightPart } from "../../procedures/foresight/screens/zonePart.tsx";
import { useAnswer } from "../../web/answer.ts";
import type { Forecast } from "../../zones/screens/scheduleMarks.ts";
import { ScheduleScreen } from "../../zones/screens/schedulePage.tsx";

/** The page. */
export function TimelineRoute() {
  return useRight("readInternal")?.ok === true ? <WithForesight /> : <ScheduleScreen />;
}

function WithForesight() {
  const { zone = "" } = useParams();
  const answer = useAnswer(zoneForesight, `/api/foresight/zones/${encodeURIComponent(zone)}`);
  return (
    <ScheduleScreen
      forecasts={new Map(answer.data?.parts.map((part) => [part.id, forecastsOf(part)]) ?? [])}
      below={<ZoneForesightPart answer={answer} />}
    />
  );
}

function forecastsOf({
  completion,
  operation,
}: Pick<ZoneForesight["parts"][number], "completion" | "operation">): readonly Forecast[] {
  const ends = [
    { course: "works" as const, foretold: completion },
    { course: "operation" as const, foretold: operation },
  ];
  return ends.flatMap(({ course, foretold }) =>
    foretold?.enough !== true || foretold.half.by === null
      ? []
      : [{ course, from: foretold.half.by, to: foretold.ninety.by }],
  );
}
