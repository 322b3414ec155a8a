/** All pages and their addresses. A proof opens beside the page where there is room, and as a page where there is none. */
import { lazy, Suspense, useCallback, useMemo } from "react";
import {
  type Location,
  Route,
  Routes,
  useLocation,
  useNavigate,
  useParams,
  useSearchParams,
} from "react-router";
import { organisationPath } from "../../enterprises/screens/answers.ts";
import { FIGURE_QUESTION } from "../../figures/screens/answers.ts";
import { leasePath } from "../../land/leases/screens/paths.ts";
import { placePath } from "../../places/screens/answers.ts";
import { documentPath } from "../../register/screens/answers.ts";
import { LanguageContext, useSay } from "../../web/language.tsx";
import { type Linkable, SubjectPaths } from "../../web/links.tsx";
import { PageHead } from "../../web/page.tsx";
import { Sheet } from "../../web/sheet.tsx";
import { ProblemNotice, Waiting } from "../../web/states.tsx";
import { findBeside, hasMoved, ProofOpen, useView, ViewDefaults } from "../../web/view.tsx";
import { useWide } from "../../web/wide.ts";
import { zonePath } from "../../zones/screens/answers.ts";
import { ZonesOfPlace } from "../../zones/screens/zonesOfPlace.tsx";
import { Layout } from "./layout.tsx";
import { OverviewPage } from "./overview.tsx";
import { useScrollKeeping } from "./scrolling.ts";
import { APP_WORDS, type Health, startOf, useHealth } from "./start.ts";
import "../../web/table.css";

const FigureProof = lazy(() =>
  import("../../figures/screens/figureProof.tsx").then((screens) => ({ default: screens.FigureProof })),
);
const FigureListPage = lazy(() =>
  import("../../figures/screens/figureList.tsx").then((screens) => ({ default: screens.FigureListPage })),
);
const ZonesPage = lazy(() =>
  import("../../zones/screens/zonesPage.tsx").then((screens) => ({ default: screens.ZonesPage })),
);
const SavedViews = lazy(() =>
  import("../../people/screens/savedViews.tsx").then((screens) => ({ default: screens.SavedViews })),
);
const ZoneRoute = lazy(() => import("./zoneRoute.tsx").then((part) => ({ default: part.ZoneRoute })));
const SignInPage = lazy(() =>
  import("../../people/screens/signInPage.tsx").then((screens) => ({ default: screens.SignInPage })),
);
const PlacesPage = lazy(() =>
  import("../../places/screens/placesPage.tsx").then((screens) => ({ default: screens.PlacesPage })),
);
const PlaceScreen = lazy(() =>
  import("../../places/screens/placePage.tsx").then((screens) => ({ default: screens.PlaceScreen })),
);
const OrganisationsPage = lazy(() =>
  import("../../enterprises/screens/organisationsPage.tsx").then((screens) => ({
    default: screens.OrganisationsPage,
  })),
);
const OrganisationScreen = lazy(() =>
  import("../../enterprises/screens/organisationPage.tsx").then((screens) => ({
    default: screens.OrganisationScreen,
  })),
);
const LeasesPage = lazy(() =>
  import("../../land/leases/screens/leasesPage.tsx").then((screens) => ({ default: screens.LeasesPage })),
);
const LeaseScreen = lazy(() =>
  import("../../land/leases/screens/leasePage.tsx").then((screens) => ({ default: screens.LeaseScreen })),
);
const ClearanceScreen = lazy(() =>
  import("../../land/clearance/screens/clearanceScreen.tsx").then((screens) => ({
    default: screens.ClearanceScreen,
  })),
);
const HistoryPage = lazy(() =>
  import("../../history/screens/historyPage.tsx").then((screens) => ({ default: screens.HistoryPage })),
);
const CommitScreen = lazy(() =>
  import("../../history/screens/commitPage.tsx").then((screens) => ({ default: screens.CommitScreen })),
);
const ComparePage = lazy(() =>
  import("./compare/comparePage.tsx").then((screens) => ({ default: screens.ComparePage })),
);
const AccountsPage = lazy(() =>
  import("../../people/screens/accountsPage.tsx").then((screens) => ({ default: screens.AccountsPage })),
);
const AccountScreen = lazy(() =>
  import("../../people/screens/accountPage.tsx").then((screens) => ({ default: screens.AccountScreen })),
);
const AreaName = lazy(() => import("./areas.tsx").then((part) => ({ default: part.AreaName })));
const AreaChooser = lazy(() => import("./areaChooser.tsx").then((part) => ({ default: part.AreaChooser })));
const Administration = lazy(() =>
  import("./administration.tsx").then((part) => ({ default: part.Administration })),
);
const SettingsPage = lazy(() =>
  import("../../settings/screens/settingsPage.tsx").then((screens) => ({ default: screens.SettingsPage })),
);
const VerificationPage = lazy(() =>
  import("../../register/screens/verificationPage.tsx").then((screens) => ({
    default: screens.VerificationPage,
  })),
);
const ProgrammePage = lazy(() =>
  import("../../plans/screens/programmePage.tsx").then((screens) => ({ default: screens.ProgrammePage })),
);
const DocumentsPage = lazy(() =>
  import("../../register/screens/documentsPage.tsx").then((screens) => ({ default: screens.DocumentsPage })),
);
const DocumentRoute = lazy(() =>
  import("./documentRoute.tsx").then((part) => ({ default: part.DocumentRoute })),
);
const ClaimsPage = lazy(() =>
  import("../../figures/screens/claimsPage.tsx").then((screens) => ({ default: screens.ClaimsPage })),
);
const MapPage = lazy(() =>
  import("../../land/map/screens/mapPage.tsx").then((screens) => ({ default: screens.MapPage })),
);
const BaseMapSection = lazy(() =>
  import("../../land/map/screens/baseMapSection.tsx").then((part) => ({ default: part.BaseMapSection })),
);
const OwnAccountPage = lazy(() =>
  import("../../people/screens/ownAccountPage.tsx").then((screens) => ({ default: screens.OwnAccountPage })),
);
const ComponentsPage = lazy(() =>
  import("./components/componentsPage.tsx").then((screens) => ({ default: screens.ComponentsPage })),
);
// Only officers bring workbooks in; nobody else need load these screens.
const ImportPage = lazy(() =>
  import("../../intake/screens/importPage.tsx").then((screens) => ({ default: screens.ImportPage })),
);
const RecordPage = lazy(() =>
  import("../../recording/screens/recordPage.tsx").then((screens) => ({ default: screens.RecordPage })),
);
const TablePage = lazy(() =>
  import("../../recording/screens/tablePage.tsx").then((screens) => ({ default: screens.TablePage })),
);
const PlotsPage = lazy(() =>
  import("../../recording/screens/plotsPage.tsx").then((screens) => ({ default: screens.PlotsPage })),
);
const PlotScreen = lazy(() =>
  import("../../land/screens/plotPage.tsx").then((screens) => ({ default: screens.PlotScreen })),
);
const ProposalsPage = lazy(() =>
  import("../../recording/screens/proposalsPage.tsx").then((screens) => ({ default: screens.ProposalsPage })),
);
const ProposalScreen = lazy(() =>
  import("../../recording/screens/proposalPage.tsx").then((screens) => ({ default: screens.ProposalScreen })),
);

const ReminderChoice = lazy(() =>
  import("../../reminders/screens/choice.tsx").then((screens) => ({ default: screens.ReminderChoice })),
);

const UnitsPage = lazy(() =>
  import("../../people/screens/unitsPage.tsx").then((screens) => ({ default: screens.UnitsPage })),
);

const MailPage = lazy(() =>
  import("../../reminders/screens/mailPage.tsx").then((screens) => ({ default: screens.MailPage })),
);

const RentDifferencesPage = lazy(() =>
  import("../../land/leases/screens/differencesPage.tsx").then((screens) => ({
    default: screens.RentDifferencesPage,
  })),
);

const LaterRoutes = lazy(() => import("./laterRoutes.tsx").then((part) => ({ default: part.LaterRoutes })));

/** Where a subject has its page; null where it has none. */
function subjectPath(subject: Omit<Linkable, "label">): string | null {
  switch (subject.kind) {
    case "zone":
      return zonePath(subject);
    case "place":
      return placePath(subject);
    case "project":
      return `/projects/${encodeURIComponent(subject.key ?? subject.id)}`;
    case "plot":
      return `/plots/${encodeURIComponent(subject.key ?? subject.id)}`;
    case "lease":
      return leasePath(subject);
    case "organisation":
      return organisationPath(subject);
    case "case":
      return `/cases/${subject.id}`;
    case "clearance":
      return `/clearance/${subject.id}`;
    case "task":
      return `/tasks/${encodeURIComponent(subject.key ?? subject.id)}`;
    case "document":
      return documentPath(subject);
    case "figure":
      return `/figures/${encodeURIComponent(subject.id)}`;
    case "statement":
      return `/programme#${encodeURIComponent(subject.id)}`;
    default:
      return null;
  }
}

/** The application inside its contexts, once the server has said where a reader begins. */
export function App() {
  const server = useHealth();
  const start = useMemo(() => (server.data === undefined ? null : startOf(server.data)), [server.data]);
  if (server.data !== undefined) {
    return (
      <ViewDefaults value={start}>
        <InLanguage server={server.data} />
      </ViewDefaults>
    );
  }
  return (
    <main className="starting">
      {server.isError ? (
        <ProblemNotice error={server.error} retry={() => server.refetch()} />
      ) : (
        <Waiting lines={16} />
      )}
    </main>
  );
}

type ServerProps = { readonly server: Health };

function InLanguage({ server }: ServerProps) {
  const { lang } = useView();
  return (
    <LanguageContext value={lang}>
      <SubjectPaths value={subjectPath}>
        <Pages server={server} />
      </SubjectPaths>
    </LanguageContext>
  );
}

function Pages({ server }: ServerProps) {
  const location = useLocation();
  const wide = useWide();
  const beside = wide && location.pathname.startsWith("/figures/") ? findBeside(location.state) : null;
  const shown = beside ?? location;
  useScrollKeeping(shown);
  return (
    <ProofOpen value={beside === null ? null : location}>
      <Layout pathname={shown.pathname} server={server}>
        <Suspense fallback={<Waiting lines={24} />}>
          <PageRoutes location={shown} server={server} />
        </Suspense>
      </Layout>
      {beside !== null && <ProofBeside />}
    </ProofOpen>
  );
}

function PageRoutes({ location, server }: ServerProps & { readonly location: Location }) {
  return (
    <Routes location={location}>
      <Route path="/" element={<OverviewPage />} />
      <Route path="/compare" element={<ComparePage server={server} />} />
      <Route
        path="/zones"
        element={<ZonesPage savedViews={(words) => <SavedViews page="zones" words={words} />} />}
      />
      <Route path="/zones/:zone" element={<ZoneRoute />} />
      <Route path="/plots/:plot" element={<PlotScreen />} />
      <Route path="/map" element={<MapPage today={server.today} />} />
      <Route path="/figures" element={<FigureListPage />} />
      <Route path="/figures/:figure" element={<FigureScreen />} />
      <Route path="/documents" element={<DocumentsPage />} />
      <Route path="/documents/:document" element={<DocumentRoute />} />
      <Route path="/places" element={<PlacesPage />} />
      <Route
        path="/places/:place"
        element={<PlaceScreen zones={(place) => <ZonesOfPlace place={place} />} />}
      />
      <Route path="/leases" element={<LeasesPage />} />
      <Route path="/leases/differences" element={<RentDifferencesPage />} />
      <Route path="/leases/:lease" element={<LeaseScreen />} />
      <Route path="/organisations" element={<OrganisationsPage />} />
      <Route path="/organisations/:organisation" element={<OrganisationScreen />} />
      <Route path="/clearance" element={<ClearanceScreen />} />
      <Route path="/clearance/:round" element={<ClearanceScreen />} />
      <Route path="/claims" element={<ClaimsPage />} />
      <Route path="/programme" element={<ProgrammePage />} />
      <Route path="/history" element={<HistoryPage />} />
      <Route path="/history/:commit" element={<CommitScreen />} />
      <Route path="/imports" element={<ImportPage />} />
      <Route element={<Administration />}>
        <Route path="/administration" element={<AccountsPage />} />
        <Route path="/administration/settings" element={<SettingsPage more={<BaseMapSection />} />} />
        <Route path="/administration/units" element={<UnitsPage />} />
        <Route path="/administration/mail" element={<MailPage />} />
        <Route path="/administration/verification" element={<VerificationPage />} />
      </Route>
      <Route
        path="/administration/:account"
        element={
          <AccountScreen
            today={server.today}
            areaName={(area) => <AreaName area={area} />}
            areaChooser={(kind, choose) => <AreaChooser key={kind} kind={kind} choose={choose} />}
          />
        }
      />
      <Route
        path="/account"
        element={<OwnAccountPage areaName={(area) => <AreaName area={area} />} more={<ReminderChoice />} />}
      />
      <Route path="/record" element={<RecordPage />} />
      <Route path="/record/table" element={<TablePage />} />
      <Route path="/record/plots" element={<PlotsPage />} />
      <Route path="/proposals" element={<ProposalsPage />} />
      <Route path="/proposals/:proposal" element={<ProposalScreen />} />
      <Route path="/dang-nhap" element={<SignInPage />} />
      <Route path="/components" element={<ComponentsPage />} />
      <Route
        path="*"
        element={<LaterRoutes location={location} today={server.today} notFound={<NotFound />} />}
      />
    </Routes>
  );
}

function FigureScreen() {
  const { figure = "" } = useParams();
  const [search] = useSearchParams();
  const question = Object.fromEntries(FIGURE_QUESTION.map((name) => [name, search.get(name)]));
  // Beside a page, that page stays while the proof is fetched.
  return (
    <Suspense fallback={<Waiting lines={12} />}>
      <FigureProof key={figure} id={figure} question={question} />
    </Suspense>
  );
}

function ProofBeside() {
  const say = useSay();
  const navigate = useNavigate();
  const location = useLocation();
  const close = useCallback(() => {
    const beside = findBeside(location.state);
    if (beside !== null && hasMoved(location.state)) navigate(beside, { replace: true, state: null });
    else navigate(-1);
  }, [navigate, location.state]);
  const openAsPage = () => navigate(`${location.pathname}${location.search}`, { replace: true, state: null });
  return (
    <Sheet label={say(APP_WORDS.proof)} close={close} openAsPage={openAsPage} subject={location.pathname}>
      <Routes>
        <Route path="/figures/:figure" element={<FigureScreen />} />
      </Routes>
    </Sheet>
  );
}

function NotFound() {
  const say = useSay();
  return (
    <PageHead title={say(APP_WORDS.notFound)}>
      <p className="lead">{say(APP_WORDS.notFoundLead)}</p>
    </PageHead>
  );
}
