/** The figures of investment projects. */
import type { FigureDefinition } from "../figures/public.ts";
import { gatherProjects, type ProjectFigure, projectDays, windowOf } from "./finding.ts";
import { IN_FORCE } from "./rules.ts";
import { PROJECT_STATUSES } from "./vocabulary.ts";

const POLICY = "Luật Đầu tư 2020, Đ.29-33; từ 01/3/2026: Luật Đầu tư 143/2025/QH15, Đ.24-25";

type Named = Pick<FigureDefinition, "id" | "unit" | "kind" | "title" | "definition" | "article">;

/** Where no project of the place is recorded, it finds nothing: published totals of just the period answer. */
function figureOf(named: Named, figure: ProjectFigure): FigureDefinition {
  return {
    ...named,
    covered: ["project"],
    find: (question, context) => gatherProjects(question, context, figure),
    days: projectDays,
  };
}

const approved = (fdiOnly: boolean): ProjectFigure["select"] => {
  return (question) => ({ kind: "approved", window: windowOf(question), fdiOnly });
};

const inForce = {
  vi: IN_FORCE.map((s) => PROJECT_STATUSES[s].vi.toLowerCase()).join(", "),
  en: IN_FORCE.map((s) => PROJECT_STATUSES[s].en.toLowerCase()).join(", "),
};

export const projectFigures: readonly FigureDefinition[] = [
  figureOf(
    {
      id: "projects.policyApproved",
      unit: "project",
      kind: "flow",
      title: { vi: "Dự án được chấp thuận chủ trương đầu tư", en: "Projects given an investment policy" },
      definition: {
        vi: "Số dự án công nghiệp được chấp thuận chủ trương đầu tư trong thời gian hỏi.",
        en: "Industrial projects approved in principle within the asked time.",
      },
      article: POLICY,
    },
    { select: approved(false), of: "count", restsOn: ["approvedOn", "status"] },
  ),
  figureOf(
    {
      id: "projects.registeredCapital",
      unit: "dong",
      kind: "flow",
      title: { vi: "Vốn đăng ký của các dự án đó", en: "Registered capital of those projects" },
      definition: {
        vi: "Tổng vốn đăng ký, tính đến ngày hỏi, của các dự án được chấp thuận chủ trương đầu tư trong thời gian hỏi.",
        en: "Registered capital, as of the asked day, of the projects approved in principle within the asked time.",
      },
      article: POLICY,
    },
    { select: approved(false), of: "capital", restsOn: ["registeredCapital", "approvedOn"] },
  ),
  figureOf(
    {
      id: "projects.fdiCount",
      unit: "project",
      kind: "flow",
      title: { vi: "Dự án FDI trong số đó", en: "FDI projects among them" },
      definition: {
        vi: "Số dự án có vốn đầu tư trực tiếp nước ngoài được chấp thuận chủ trương đầu tư trong thời gian hỏi.",
        en: "Projects with foreign direct investment approved in principle within the asked time.",
      },
      article: POLICY,
    },
    { select: approved(true), of: "count", restsOn: ["fdi", "approvedOn"] },
  ),
  figureOf(
    {
      id: "projects.capitalInForce",
      unit: "dong",
      kind: "stock",
      title: { vi: "Vốn đăng ký của các dự án còn hiệu lực", en: "Registered capital of projects in force" },
      definition: {
        vi: `Tổng vốn đăng ký của các dự án còn hiệu lực vào ngày hỏi: ${inForce.vi}.`,
        en: `Registered capital of the projects in force on the asked day: ${inForce.en}.`,
      },
      article: "Luật Đầu tư 2020, Đ.36, Đ.38; từ 01/3/2026: Luật Đầu tư 143/2025/QH15, Đ.24-27",
    },
    { select: () => ({ kind: "inForce" }), of: "capital", restsOn: ["registeredCapital", "status"] },
  ),
];
