/** How the values of the paper that says most compare with the register; each count leads to the values themselves. */
import { claimList, mainPaper } from "../../figures/screens/answers.ts";
import { VerdictMark } from "../../figures/screens/verdict.tsx";
import { FIGURE_WORDS, VERDICTS } from "../../figures/screens/words.ts";
import { useAnswer } from "../../web/answer.ts";
import { useSay } from "../../web/language.tsx";
import { PaperLink, ViewLink } from "../../web/links.tsx";
import { Empty, Loaded } from "../../web/states.tsx";

/** The line with its four counts. */
export function ArticleCheck() {
  const say = useSay();
  const answer = useAnswer(claimList, "/api/claims");
  return (
    <Loaded answer={answer} lines={3}>
      {({ items }) => {
        const paper = mainPaper(items);
        if (paper === null) return <Empty>{say(FIGURE_WORDS.noClaims)}</Empty>;
        const total = VERDICTS.reduce((sum, v) => sum + paper.counts[v], 0);
        return (
          <div className="article-check">
            <p>
              <PaperLink paper={paper.document} />:{" "}
              {say({ vi: `${total} điều đã kiểm`, en: `${total} statements checked` })}
            </p>
            <ul>
              {VERDICTS.map((v) => (
                <li key={v}>
                  <ViewLink to={`/claims?document=${encodeURIComponent(paper.document.id)}&verdict=${v}`}>
                    <span className="check-count figures">{paper.counts[v]}</span> <VerdictMark verdict={v} />
                  </ViewLink>
                </li>
              ))}
            </ul>
          </div>
        );
      }}
    </Loaded>
  );
}
