/** Every statement of the programme, numbers or not, with its paper and, where the register has records, the links. */
import { z } from "zod";
import { documentRef, partialDateText } from "../../register/vocabulary.ts";
import { useAnswer } from "../../web/answer.ts";
import { type Messages, useLang, useSay } from "../../web/language.tsx";
import { PaperLink, ViewLink } from "../../web/links.tsx";
import { toldUntilWords } from "../../web/numberWords.ts";
import { PageHead, useAnchor } from "../../web/page.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import { groupRows } from "../../web/tableOrder.ts";
import "./programme.css";

const programmeList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      part: z.string(),
      statement: z.string(),
      document: documentRef,
      evidenceAsOf: partialDateText.nullable(),
      stale: z.boolean(),
      links: z.array(z.object({ label: z.string(), href: z.string() })),
    }),
  ),
});
type Statement = z.infer<typeof programmeList>["items"][number];

const PROGRAMME_WORDS = {
  programme: { vi: "Chương trình", en: "Programme" },
  lead: {
    vi: "Từng điều đã nêu về phát triển công nghiệp, tiểu thủ công nghiệp của tỉnh, kèm văn bản; điều nào sổ có bản ghi thì có liên kết.",
    en: "Each statement on the province's industry and handicraft, with its paper; where the register has records, with links.",
  },
  none: { vi: "Chưa ghi điều nào của chương trình.", en: "No statement of the programme is recorded." },
  inRegister: { vi: "Trong sổ:", en: "In the register:" },
} as const satisfies Messages;

/** The page `/programme`. */
export function ProgrammePage() {
  const say = useSay();
  const answer = useAnswer(programmeList, "/api/programme");
  useAnchor(answer.data !== undefined);
  return (
    <>
      <PageHead title={say(PROGRAMME_WORDS.programme)}>
        <p className="lead">{say(PROGRAMME_WORDS.lead)}</p>
      </PageHead>
      <Loaded answer={answer} lines={40}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{say(PROGRAMME_WORDS.none)}</Empty>
          ) : (
            <dl className="programme">
              {groupRows(items, (s) => s.part).map((group) => (
                <div key={group.key}>
                  <dt>{group.key}</dt>
                  {group.rows.map((s) => (
                    <dd key={s.id} id={s.id}>
                      <StatementEntry statement={s} />
                    </dd>
                  ))}
                </div>
              ))}
            </dl>
          )
        }
      </Loaded>
    </>
  );
}

function StatementEntry({ statement }: { readonly statement: Statement }) {
  const say = useSay();
  const lang = useLang();
  return (
    <>
      <p className="statement">{statement.statement}</p>
      <p className="statement-paper">
        <PaperLink paper={statement.document} />
        {statement.stale && statement.evidenceAsOf !== null && (
          <span className="muted"> · {toldUntilWords(statement.evidenceAsOf, lang)}</span>
        )}
      </p>
      {statement.links.length > 0 && (
        <p className="statement-links">
          <span className="muted">{say(PROGRAMME_WORDS.inRegister)}</span>
          {statement.links.map((link) => (
            <ViewLink key={link.href} to={link.href}>
              {link.label}
            </ViewLink>
          ))}
        </p>
      )}
    </>
  );
}
