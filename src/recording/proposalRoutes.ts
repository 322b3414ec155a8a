/** Proposals over HTTP: made, listed, approved by a second person, sent back, taken back. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { done, type Outcome } from "../kernel/problems.ts";
import { type Asker, may, permit } from "../people/public.ts";
import { languageOf, refuse } from "../platform/http/problems.ts";
import { answer, notFound } from "../platform/http/server.ts";
import { conflictOf } from "./conflicts.ts";
import { findProposal, listProposals, type Proposal } from "./proposalStore.ts";
import { proposalPage, proposalSummary } from "./proposalWords.ts";
import { approve, close, pageOf, permitApproval, propose, shownProposals } from "./proposing.ts";
import type { RecordingDeps } from "./recording.ts";
import { mayTell } from "./rights.ts";
import { hasMoved } from "./submitting.ts";
import { LARGEST_TELLING, recorded, recordRequest } from "./vocabulary.ts";

const lang = z.enum(["vi", "en"]).default("vi");
const withLang = z.object({ lang });
const tags = ["proposals"];
const idOf = z.object({ id: z.uuid() });
const made = z.object({ id: z.string() });

export const proposalRoutes =
  (deps: RecordingDeps): FastifyPluginAsyncZod =>
  async (app) => {
    /** Reading proposals at all; each is then looked at by its own area. */
    const readingAny = (asker: Asker) => {
      const right = may(asker, "readProposals", { state: "proposed" });
      const allowed = right.ok || right.code === "right.elsewhere";
      return allowed ? null : permit(asker, "readProposals", { state: "proposed" });
    };

    /** The proposal of an id, for who may read it. */
    const named = async (
      id: string,
      asking: { readonly asker: Asker; readonly language: "vi" | "en" },
    ): Promise<Outcome<Proposal>> => {
      const refusal = readingAny(asking.asker);
      if (refusal !== null && !refusal.ok) return refusal;
      const proposal = await findProposal(deps.db, id);
      const [seen] = proposal === null ? [] : await shownProposals(deps, [proposal], asking);
      return proposal !== null && seen !== undefined ? done(proposal) : notFound("proposal", id);
    };

    app.post(
      "/api/proposals",
      {
        bodyLimit: LARGEST_TELLING,
        schema: {
          tags,
          operationId: "propose",
          summary: "Proposes a recording for approval by a second person; no figure sees it",
          querystring: withLang,
          body: recordRequest,
          response: { 201: made },
        },
      },
      async (request, reply) => {
        const { asker } = request;
        const { requestKey, ...told } = request.body;
        const allowed = await mayTell(deps, told, { asker, as: "record" });
        if (!allowed.ok) return answer(request, reply, allowed);
        const outcome = await propose(deps, { requestKey, told }, { asker, language: languageOf(request) });
        return outcome.ok ? reply.status(201).send(outcome.value) : answer(request, reply, outcome);
      },
    );

    app.get(
      "/api/proposals",
      {
        schema: {
          tags,
          operationId: "listProposals",
          summary: "Proposals of one's area: those that wait, the longest first, or those that were decided",
          querystring: z.object({ state: z.enum(["waiting", "decided"]).default("waiting"), lang }),
          response: { 200: z.object({ items: z.array(proposalSummary) }) },
        },
      },
      async (request, reply) => {
        const refusal = readingAny(request.asker);
        if (refusal !== null && !refusal.ok) return answer(request, reply, refusal);
        const asking = { asker: request.asker, language: request.query.lang };
        const proposals = await listProposals(deps.db, request.query.state);
        return { items: [...(await shownProposals(deps, proposals, asking))] };
      },
    );

    app.get(
      "/api/proposals/:id",
      {
        schema: {
          tags,
          operationId: "getProposal",
          summary: "A proposal: what approving it would change now, and what was recorded since it was made",
          params: idOf,
          querystring: withLang,
          response: { 200: proposalPage },
        },
      },
      async (request, reply) => {
        const asking = { asker: request.asker, language: request.query.lang };
        const proposal = await named(request.params.id, asking);
        if (!proposal.ok) return answer(request, reply, proposal);
        const page = await pageOf(deps, proposal.value, asking);
        return page ?? answer(request, reply, notFound("proposal", request.params.id));
      },
    );

    app.post(
      "/api/proposals/:id/approve",
      {
        schema: {
          tags,
          operationId: "approveProposal",
          summary:
            "Records a proposal, in the approver's name with the proposer beside; 409 subject.moved where it has moved since the commit that the approver saw",
          params: idOf,
          querystring: withLang,
          body: z.object({
            expected: z.number().int().nonnegative().meta({
              description: "The last commit touching it that the approver has seen; 0: it is new",
            }),
          }),
          response: { 201: recorded },
        },
      },
      async (request, reply) => {
        const { asker } = request;
        const asking = { asker, language: languageOf(request) };
        const found = await named(request.params.id, asking);
        if (!found.ok) return answer(request, reply, found);
        const proposal = found.value;
        const allowed = await permitApproval(deps, proposal, asker);
        if (!allowed.ok) return answer(request, reply, allowed);
        const { expected } = request.body;
        const outcome = await approve(deps, proposal, { asking, expected });
        if (outcome.ok) return reply.status(201).send(outcome.value);
        if (!hasMoved(outcome.problems)) return refuse(request, reply, outcome.problems);
        const conflict = await conflictOf(deps, { ...proposal.told, expected }, asking);
        return refuse(request, reply, outcome.problems, { conflict });
      },
    );

    app.post(
      "/api/proposals/:id/send-back",
      {
        schema: {
          tags,
          operationId: "sendProposalBack",
          summary: "Sends a proposal back to who made it, with a reason",
          params: idOf,
          querystring: withLang,
          body: z.object({ reason: z.string().trim().min(1).max(2000) }),
          response: { 200: made },
        },
      },
      async (request, reply) => {
        const { asker } = request;
        const asking = { asker, language: languageOf(request) };
        const found = await named(request.params.id, asking);
        if (!found.ok) return answer(request, reply, found);
        const proposal = found.value;
        const allowed = await permitApproval(deps, proposal, asker);
        if (!allowed.ok) return answer(request, reply, allowed);
        const { reason } = request.body;
        return answer(request, reply, await close(deps, proposal, { asker, state: "sentBack", reason }));
      },
    );

    app.post(
      "/api/proposals/:id/take-back",
      {
        schema: {
          tags,
          operationId: "takeProposalBack",
          summary: "Takes back a proposal of one's own that still waits",
          params: idOf,
          querystring: withLang,
          response: { 200: made },
        },
      },
      async (request, reply) => {
        const { asker } = request;
        const asking = { asker, language: languageOf(request) };
        const found = await named(request.params.id, asking);
        if (!found.ok) return answer(request, reply, found);
        const proposal = found.value;
        return answer(
          request,
          reply,
          await close(deps, proposal, { asker, state: "takenBack", reason: null }),
        );
      },
    );
  };
