/** The figures of products. They are run by other bodies' programmes and are known by what those publish. */
import type { FigureDefinition } from "../figures/public.ts";

export const productFigures: readonly FigureDefinition[] = [
  {
    id: "products.ocop",
    unit: "product",
    kind: "stock",
    title: { vi: "Sản phẩm OCOP (mọi ngành)", en: "OCOP products (all trades)" },
    definition: {
      vi: "Số sản phẩm OCOP từ ba sao trở lên còn hiệu lực, mọi ngành; chương trình do ngành nông nghiệp điều phối.",
      en: "Valid OCOP products of three stars and more, all trades; the programme is coordinated by agriculture.",
    },
    article: "Quyết định 148/QĐ-TTg ngày 24/02/2023",
    covered: ["product"],
    find: null,
  },
  {
    id: "products.typicalRural",
    unit: "recognition",
    kind: "stock",
    title: {
      vi: "Lượt công nhận sản phẩm công nghiệp nông thôn tiêu biểu cấp tỉnh",
      en: "Provincial recognitions of typical rural industrial products",
    },
    definition: {
      vi: "Số lượt công nhận (không phải số sản phẩm) cấp tỉnh.",
      en: "Times recognised by the province, not products.",
    },
    article: "Thông tư 26/2014/TT-BCT",
    covered: ["product"],
    find: null,
  },
];
