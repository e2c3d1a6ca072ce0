import { asKey } from '#shared/crypto/keys.ts';
import type { CustomerId } from '#shared/domain/customer/customer.ts';
import type { Dossier } from '#shared/domain/dossier/dossier.ts';
import { dayOf } from '#shared/domain/record.ts';
import { shopLine, shopOf } from '#shared/domain/settings/shop.ts';
import { failWith } from '#shared/errors/app-error.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { compareReply } from '#shared/self-update/compare-reply.ts';
import { compareWords } from '#shared/self-update/compare-words.ts';
import { makeForm } from '#shared/self-update/make-form.ts';
import type { Known, Proposal, ReplyWorld } from '#shared/self-update/proposals.ts';
import { readReply, type Reply } from '#shared/self-update/reply.ts';
import { takeOver } from '#shared/self-update/take-over.ts';
import type { Edit, IncomingReply, ReplyReading, SelfUpdateApi } from '../api.ts';
import { completionEdits } from '../archive/edits/contact-edits.ts';
import type { Asynchronous } from '../client-types.ts';
import { survivorOf } from '../index/relations/merged-customers.ts';
import type { Desk } from './desk.ts';

/** How the follow-ups begin that wait for a reply. */
const waiting = 'ask-';

interface Reading {
  dossier: Dossier;
  known: Known;
  world: ReplyWorld;
  proposals: Proposal[];
  passed: number;
  remark: string;
  isThorough: boolean;
  /** Of a form's reply. */
  seal: string | null;
}

export function selfUpdate(desk: Desk): Asynchronous<SelfUpdateApi> {
  const replyKey = () => asKey(desk.opened().replyKey, 'replies');

  const vocabulary = () => {
    const { catalogue } = desk.opened().archive;
    return {
      customFields: catalogue.list('customField'),
      words: catalogue.list('word'),
      currency: desk.index.columns.currency,
    };
  };

  const worldAt = (at: string, t: Translate): ReplyWorld => ({
    key: replyKey(),
    t,
    today: desk.opened().keeper.todayText,
    at,
    newId: () => desk.ports.newId(),
    ...vocabulary(),
  });

  const read = async (
    { text, from, language }: IncomingReply,
    at: string,
  ): Promise<Reading | Exclude<ReplyReading, { is: 'read' }>> => {
    const world = worldAt(at, (key, values) => translate(language, key, values));
    const found = readReply(world.key, text, world.today);
    const isInWords = !found.ok && found.error.is === 'none' && from !== null && text.trim() !== '';
    if (!found.ok && !isInWords) return { is: 'refused', refusal: found.error };
    const asked = found.ok ? found.value.form.customerId : from;
    if (asked === null) return { is: 'refused', refusal: { is: 'none' } };
    const { columns } = desk.index;
    const id = (columns.indexOf(asked) < 0 ? null : survivorOf(columns, asked)) ?? asked;
    const dossier = (await desk.dossiers([id])).get(id);
    if (!dossier) return { is: 'gone' };
    const { customer, contact } = dossier;
    const { name } = customer;
    if (from !== null && from !== id) return { is: 'stranger', id, name };
    if (customer.deletedAt !== undefined) return { is: 'bin', id, name };
    const seal = found.ok ? found.value.seal : null;
    const before = dossier.interaction.find(
      (each) => each.id === `reply-${seal ?? ''}` && each.deletedAt === undefined,
    );
    if (before) return { is: 'repeated', id, name, on: dayOf(before.at) };
    const known = { customer, contacts: contact.filter(({ deletedAt }) => deletedAt === undefined) };
    const said = found.ok
      ? ofForm(found.value, known, world)
      : { ...compareWords(text, known, world), passed: 0, remark: '' };
    return { dossier, known, world, seal, ...said };
  };

  return {
    async makeForms(ids, order) {
      const dossiers = await desk.dossiers(ids);
      const [settings] = desk.opened().archive.catalogue.list('settings');
      const shop = shopLine(shopOf(settings));
      return ids.flatMap((id: CustomerId) => {
        const dossier = dossiers.get(id);
        if (!dossier || dossier.customer.deletedAt !== undefined) return [];
        const { customer, contact } = dossier;
        const known = { customer, contacts: contact.filter(({ deletedAt }) => deletedAt === undefined) };
        const formId = desk.ports.newId().replaceAll('-', '').slice(0, 12);
        const made = makeForm(known, order, { key: replyKey(), formId, shop, ...vocabulary() });
        return [{ id, formId, name: customer.name, kind: customer.kind, code: customer.code, ...made }];
      });
    },

    async readReply(incoming) {
      const reading = await read(incoming, desk.ports.now().toISOString());
      if ('is' in reading) return reading;
      const { known, proposals, passed, remark, seal } = reading;
      const points = proposals.map(({ take: _take, ...point }) => point);
      const { id, name } = known.customer;
      return { is: 'read', id, name, isForm: seal !== null, points, passed, remark };
    },

    async takeOverReply(incoming, chosen, { channel, at: on }) {
      const { archive, keeper } = desk.opened();
      const written = await archive.commit('customer/reply', async (at) => {
        const reading = await read(incoming, at);
        if ('is' in reading) return failWith('archive/conflict');
        const { dossier, known, proposals, world, remark, isThorough, seal } = reading;
        const taken = takeOver({ proposals, isThorough }, new Set(chosen), known, world);
        const { customer } = known;
        const edits: Edit[] = taken.people.map((after) => ({
          table: 'contact',
          id: after.id,
          after,
          seen: known.contacts.find(({ id }) => id === after.id)?.version,
        }));
        if (taken.customer) {
          edits.push({ table: 'customer', id: customer.id, after: taken.customer, seen: customer.version });
        }
        const interactionId = `reply-${seal ?? desk.ports.newId()}`;
        const text = summaryOf(
          proposals,
          new Set(chosen),
          remark || (seal === null ? incoming.text.trim() : ''),
          world.t,
        );
        edits.push({
          table: 'interaction',
          id: interactionId,
          after: {
            id: interactionId,
            customerId: customer.id,
            at: on,
            channel,
            direction: 'inbound',
            purpose: 'survey',
            outcome: 'reached',
            text,
            origin: { kind: 'manual' },
          },
        });
        const context = { workCalendar: desk.ports.workCalendar, newId: () => desk.ports.newId(), at };
        for (const followUp of dossier.followUp) {
          if (followUp.status !== 'open' || followUp.deletedAt || !followUp.id.startsWith(waiting)) continue;
          edits.push(...completionEdits(followUp, keeper.todayText, undefined, context));
        }
        return edits;
      });
      return desk.committed(written, 'customer/reply');
    },
  };
}

function ofForm(reply: Reply, known: Known, world: ReplyWorld) {
  return { ...compareReply(reply, known, world), remark: reply.remark, isThorough: true };
}

/** What the timeline says of a reply. */
function summaryOf(proposals: readonly Proposal[], chosen: ReadonlySet<string>, remark: string, t: Translate): string {
  const taken = proposals.filter(({ id, problem }) => chosen.has(id) && problem === undefined);
  const confirmed = taken.filter(({ kind }) => kind === 'confirmed').length;
  const lines = taken
    .filter(({ kind }) => kind !== 'confirmed')
    .map(({ label, person, now, says, kind }) => {
      const what = person === undefined ? label : `${person} ${label}`;
      return t(`selfUpdate.told.${kind === 'over' && says === '' ? 'over' : now === '' ? 'added' : 'changed'}`, {
        what,
        now,
        says,
      });
    });
  return [
    t('selfUpdate.told.title'),
    ...lines,
    ...(confirmed > 0 ? [t('selfUpdate.told.confirmed', { count: confirmed })] : []),
    ...(remark === '' ? [] : [t('selfUpdate.told.remark', { remark })]),
  ].join('\n');
}
