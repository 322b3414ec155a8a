/** The figures of land: occupancy of clusters and parks, what of it is leased, ready land, prices, what ends soon. */
import type { CoveredKind, FigureDefinition } from "../../figures/public.ts";
import { landDays } from "./gathering.ts";
import type { Measure, OccupiedKind } from "./occupancy.ts";
import { findOccupancy } from "./occupancyFinding.ts";
import { findEnding, findPrice, findReady } from "./plotFinding.ts";

const OF_CLUSTERS = "Nghị định 32/2024/NĐ-CP, Đ.2";
const OF_PARKS = "Nghị định 35/2022/NĐ-CP, Đ.2.22 (chưa đối chiếu bản gốc)";
const FORM_02 = "Thông tư 14/2024/TT-BCT, Biểu 02";

type Named = Pick<FigureDefinition, "id" | "unit" | "title" | "definition" | "article">;

function figureOf(
  named: Named,
  covered: readonly CoveredKind[],
  find: FigureDefinition["find"],
): FigureDefinition {
  return { ...named, kind: "stock", covered, find, days: landDays };
}

function ratio(named: Omit<Named, "unit">, of: { readonly kind: OccupiedKind; readonly measure: Measure }) {
  const find: FigureDefinition["find"] = (question, context) => findOccupancy(question, context, of);
  return figureOf({ ...named, unit: "percent" }, [of.kind, "lease"], find);
}

export const landFigures: readonly FigureDefinition[] = [
  ratio(
    {
      id: "land.occupancy.clusters",
      title: { vi: "Tỷ lệ lấp đầy các cụm", en: "Occupancy of clusters" },
      definition: {
        vi: "Đất công nghiệp đã cho thuê, cho thuê lại, hoặc của dự án đã được chấp thuận chủ trương hay cấp giấy chứng nhận đầu tư, chia cho đất công nghiệp theo quy hoạch chi tiết được duyệt của các cụm đã thành lập: tỷ số của hai tổng. Không chia cho diện tích cụm, không chia cho tổng các lô đã vẽ.",
        en: "Industrial land leased, sub-leased, or of a project approved in principle or certified, over the industrial land of the approved detailed plans of the established clusters: a ratio of two sums. Not over the clusters' area, nor over the plots that are drawn.",
      },
      article: OF_CLUSTERS,
    },
    { kind: "cluster", measure: "occupied" },
  ),
  ratio(
    {
      id: "land.leased.clusters",
      title: { vi: "Tỷ lệ đất công nghiệp đã cho thuê của các cụm", en: "Leased share of the clusters" },
      definition: {
        vi: "Chỉ đất công nghiệp đã cho thuê, cho thuê lại, chia cho đất công nghiệp theo quy hoạch chi tiết được duyệt của các cụm đã thành lập.",
        en: "Industrial land leased or sub-leased alone, over the industrial land of the approved detailed plans of the established clusters.",
      },
      article: FORM_02,
    },
    { kind: "cluster", measure: "leased" },
  ),
  ratio(
    {
      id: "land.occupancy.parks",
      title: { vi: "Tỷ lệ lấp đầy các khu công nghiệp", en: "Occupancy of parks" },
      definition: {
        vi: "Đất công nghiệp và đất dịch vụ đã cho thuê, cho thuê lại cho nhà đầu tư có dự án đã được chấp thuận hoặc cấp giấy chứng nhận, chia cho đất công nghiệp và đất dịch vụ theo quy hoạch chi tiết được duyệt của các khu: tỷ số của hai tổng. Cách tính này chưa đối chiếu bản gốc của nghị định.",
        en: "Industrial and service land leased or sub-leased to investors with an approved or certified project, over the industrial and service land of the approved detailed plans of the parks: a ratio of two sums. Not yet checked against the decree itself.",
      },
      article: OF_PARKS,
    },
    { kind: "park", measure: "occupied" },
  ),
  ratio(
    {
      id: "land.leased.parks",
      title: { vi: "Tỷ lệ đất đã cho thuê của các khu công nghiệp", en: "Leased share of the parks" },
      definition: {
        vi: "Đất công nghiệp và đất dịch vụ đã cho thuê, cho thuê lại, chia cho đất công nghiệp và đất dịch vụ theo quy hoạch chi tiết được duyệt của các khu.",
        en: "Industrial and service land leased or sub-leased, over the industrial and service land of the approved detailed plans of the parks.",
      },
      article: null,
    },
    { kind: "park", measure: "leased" },
  ),
  figureOf(
    {
      id: "land.ready",
      unit: "m2",
      title: { vi: "Đất công nghiệp sẵn sàng cho thuê", en: "Industrial land ready to lease" },
      definition: {
        vi: "Tổng diện tích các lô đất công nghiệp đã có mặt bằng sạch hoặc đã có hạ tầng mà chưa ai giữ (chưa thỏa thuận nguyên tắc, chưa thuê).",
        en: "Industrial plots that are cleared or serviced and that nobody holds: neither agreed in principle nor leased.",
      },
      article: null,
    },
    ["lease"],
    findReady,
  ),
  figureOf(
    {
      id: "land.price.oneOff",
      unit: "dongPerM2",
      title: { vi: "Giá thuê bình quân, trả một lần", en: "Mean price, paid once" },
      definition: {
        vi: "Đơn giá bình quân theo diện tích của các hợp đồng thuê, thuê lại trả tiền một lần cho cả thời gian thuê.",
        en: "Mean price by area of the leases and sub-leases whose rent is paid once for the whole term.",
      },
      article: null,
    },
    ["lease"],
    (question, context) => findPrice(question, context, "oneOff"),
  ),
  figureOf(
    {
      id: "land.price.yearly",
      unit: "dongPerM2",
      title: { vi: "Giá thuê bình quân một năm", en: "Mean price a year" },
      definition: {
        vi: "Đơn giá một năm bình quân theo diện tích của các hợp đồng thuê, thuê lại trả tiền hằng năm, chưa kể các lần điều chỉnh.",
        en: "Mean price of a year by area of the leases and sub-leases whose rent is paid yearly, before revisions.",
      },
      article: null,
    },
    ["lease"],
    (question, context) => findPrice(question, context, "yearly"),
  ),
  figureOf(
    {
      id: "land.leases.ending",
      unit: "lease",
      title: { vi: "Hợp đồng thuê đất hết hạn trong vòng một năm", en: "Leases ending within a year" },
      definition: {
        vi: "Số hợp đồng thuê, thuê lại đất còn hiệu lực vào ngày hỏi và hết hạn trong vòng một năm kể từ ngày đó; một hợp đồng cho nhiều lô tính theo từng lô.",
        en: "Leases and sub-leases in force on the asked day whose term ends within a year from it; a contract over several plots counts for each.",
      },
      article: null,
    },
    ["lease"],
    findEnding,
  ),
];
