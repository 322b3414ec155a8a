/** The pages of site clearance, loaded together: who opens the board opens a round. */
import { useParams } from "react-router";
import { ClearancePage } from "./boardPage.tsx";
import { RoundScreen } from "./roundPage.tsx";

/** The pages `/clearance` and `/clearance/:round`. */
export function ClearanceScreen() {
  const { round } = useParams();
  return round === undefined ? <ClearancePage /> : <RoundScreen round={round} />;
}
