/** The page of a paper with what it claims, and the claims beside its copy; loaded when a paper is opened. */
import { ClaimsBeside } from "../../figures/screens/claimsBeside.tsx";
import { ClaimsOfDocument } from "../../figures/screens/claimsPage.tsx";
import { DocumentScreen } from "../../register/screens/documentPage.tsx";
import { TasksOfPaper } from "../../tasks/screens/public.tsx";

/** The page. */
export function DocumentRoute() {
  return (
    <DocumentScreen
      claims={(id) => <ClaimsOfDocument id={id} />}
      claimsBeside={(id, open) => <ClaimsBeside id={id} open={open} />}
      tasks={(id) => <TasksOfPaper id={id} />}
    />
  );
}
