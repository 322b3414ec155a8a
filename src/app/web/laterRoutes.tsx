/** Addresses that the first load need not know: procedures, cases, the inbox, the calendar. What none of them is, is not found. */
import { lazy, type ReactNode } from "react";
import { type Location, Route, Routes } from "react-router";
import type { PlainDate } from "../../kernel/dates.ts";

const ProceduresPage = lazy(() =>
  import("../../procedures/screens/proceduresPage.tsx").then((screens) => ({
    default: screens.ProceduresPage,
  })),
);
const CaseFiguresPage = lazy(() =>
  import("../../procedures/measuring/screens/caseFiguresPage.tsx").then((screens) => ({
    default: screens.CaseFiguresPage,
  })),
);
const ProcedureScreen = lazy(() =>
  import("../../procedures/screens/procedurePage.tsx").then((screens) => ({
    default: screens.ProcedureScreen,
  })),
);
const LawPage = lazy(() =>
  import("../../procedures/screens/lawPage.tsx").then((screens) => ({ default: screens.LawPage })),
);
const CalendarPage = lazy(() =>
  import("../../procedures/calendar/screens/calendarPage.tsx").then((screens) => ({
    default: screens.CalendarPage,
  })),
);
const InboxPage = lazy(() =>
  import("../../inbox/screens/inboxPage.tsx").then((screens) => ({ default: screens.InboxPage })),
);
const BoardPage = lazy(() =>
  import("../../inbox/screens/boardPage.tsx").then((screens) => ({ default: screens.BoardPage })),
);
const NoticesPage = lazy(() =>
  import("../../reminders/screens/noticesPage.tsx").then((screens) => ({ default: screens.NoticesPage })),
);
const CasesPage = lazy(() =>
  import("../../procedures/cases/screens/casesPage.tsx").then((screens) => ({ default: screens.CasesPage })),
);
const CaseRoute = lazy(() => import("./caseRoute.tsx").then((part) => ({ default: part.CaseRoute })));
const NewCasePage = lazy(() =>
  import("../../procedures/cases/screens/newCasePage.tsx").then((screens) => ({
    default: screens.NewCasePage,
  })),
);
const LetterPage = lazy(() =>
  import("../../procedures/letters/screens/letterPage.tsx").then((screens) => ({
    default: screens.LetterPage,
  })),
);
const LookUpPage = lazy(() =>
  import("../../procedures/cases/screens/lookUpPage.tsx").then((screens) => ({
    default: screens.LookUpPage,
  })),
);
const TimelineRoute = lazy(() =>
  import("./timelineRoute.tsx").then((part) => ({ default: part.TimelineRoute })),
);
const ProgressPage = lazy(() =>
  import("../../procedures/foresight/screens/progressPage.tsx").then((screens) => ({
    default: screens.ProgressPage,
  })),
);
const ProjectScreen = lazy(() =>
  import("../../projects/screens/projectPage.tsx").then((screens) => ({ default: screens.ProjectScreen })),
);

const TasksPage = lazy(() =>
  import("../../tasks/screens/tasksPage.tsx").then((screens) => ({ default: screens.TasksPage })),
);
const TaskScreen = lazy(() =>
  import("../../tasks/screens/taskPage.tsx").then((screens) => ({ default: screens.TaskScreen })),
);
const PaperTasksPage = lazy(() =>
  import("../../recording/screens/paperTasksPage.tsx").then((screens) => ({
    default: screens.PaperTasksPage,
  })),
);
const TaskActPage = lazy(() =>
  import("../../recording/screens/taskActPage.tsx").then((screens) => ({ default: screens.TaskActPage })),
);

type Props = { readonly location: Location; readonly today: PlainDate; readonly notFound: ReactNode };

/** The screens of these addresses. */
export function LaterRoutes({ location, today, notFound }: Props) {
  return (
    <Routes location={location}>
      <Route path="/zones/:zone/timeline" element={<TimelineRoute />} />
      <Route path="/foresight" element={<ProgressPage />} />
      <Route path="/calendar" element={<CalendarPage today={today} />} />
      <Route path="/cases" element={<CasesPage today={today} />} />
      <Route path="/cases/new" element={<NewCasePage />} />
      <Route path="/cases/:case" element={<CaseRoute />} />
      <Route path="/cases/:case/letters/:letter" element={<LetterPage />} />
      <Route path="/look-up" element={<LookUpPage />} />
      <Route path="/procedures" element={<ProceduresPage today={today} />} />
      <Route path="/procedures/figures" element={<CaseFiguresPage />} />
      <Route path="/procedures/:procedure" element={<ProcedureScreen today={today} />} />
      <Route path="/projects/:project" element={<ProjectScreen />} />
      <Route path="/law" element={<LawPage />} />
      <Route path="/inbox" element={<InboxPage today={today} />} />
      <Route path="/board" element={<BoardPage today={today} />} />
      <Route path="/notices" element={<NoticesPage />} />
      <Route path="/tasks" element={<TasksPage today={today} />} />
      <Route path="/tasks/:task" element={<TaskScreen />} />
      <Route path="/record/tasks" element={<PaperTasksPage />} />
      <Route path="/record/task" element={<TaskActPage />} />
      <Route path="*" element={notFound} />
    </Routes>
  );
}
