/** What has to be made clear, each with its papers side by side. */
import { useAnswer } from "../../web/answer.ts";
import { useSay } from "../../web/language.tsx";
import { PaperLink, SubjectLink } from "../../web/links.tsx";
import { Paper, Papers } from "../../web/paper.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import { type ClarifyItem, clarifyList } from "./answers.ts";
import { FIGURE_WORDS } from "./words.ts";
import "./clarify.css";

/** The list for the page's place and day; every item opens to its papers. */
export function ClarifyList() {
  const say = useSay();
  const answer = useAnswer(clarifyList, "/api/clarify");
  return (
    <Loaded answer={answer} lines={8}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>{say(FIGURE_WORDS.nothingToClarify)}</Empty>
        ) : (
          <ul className="clarify">
            {items.map((item) => (
              <li key={item.id}>
                <ClarifyEntry item={item} />
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function ClarifyEntry({ item }: { readonly item: ClarifyItem }) {
  return (
    <details>
      <summary>
        <span className="clarify-title">{clarifyTitle(item)}</span>
        <span className="clarify-sides">{item.sides.map((s) => s.text).join(" / ")}</span>
      </summary>
      <ClarifySides item={item} />
    </details>
  );
}

function ClarifySides({ item }: { readonly item: ClarifyItem }) {
  const say = useSay();
  return (
    <div className="clarify-papers">
      <Papers>
        {item.sides.map((side) => (
          <Paper
            key={`${side.text} ${side.document?.id}`}
            name={side.document === null ? say(FIGURE_WORDS.noPaper) : <PaperLink paper={side.document} />}
            counts={side.counts}
            foot={say(side.counts ? FIGURE_WORDS.countsHere : FIGURE_WORDS.notCounted)}
          >
            <p className="clarify-text">{side.text}</p>
            {side.why !== null && <p className="muted">{side.why}</p>}
          </Paper>
        ))}
      </Papers>
      <p>
        <SubjectLink subject={item.subject} />
      </p>
    </div>
  );
}

/** The subject and what is unclear about it; a title may name its subject already. */
function clarifyTitle({ title, subject }: ClarifyItem): string {
  if (title.includes(subject.label)) return title;
  return `${subject.label}: ${title.charAt(0).toLocaleLowerCase("vi")}${title.slice(1)}`;
}
