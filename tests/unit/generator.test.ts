import { describe, expect, it } from 'vitest';
import { classesOf } from '#shared/classify/classify.ts';
import { computeCutPoints } from '#shared/classify/cut-points.ts';
import { deriveFacts } from '#shared/classify/facts.ts';
import { classesByDimension, defaultClassParameters } from '#shared/domain/class-scheme/class-scheme.ts';
import { catalogueSchemas, dossierSchemas } from '#shared/domain/tables.ts';
import { generateCatalogue, generateDossiers, sizes } from '../bench/generator.ts';
import { benchToday } from '../bench/record-parts.ts';

const thousand = [...generateDossiers(1000)];

describe('the generator of large archives', () => {
  it('gives the same dossiers for the same seed and others for another', () => {
    const [first] = thousand;
    expect([...generateDossiers(3)]).toEqual(thousand.slice(0, 3));
    expect(generateDossiers(1, 'other').next().value).not.toEqual(first);
  });

  it('makes every record valid by its schema', () => {
    for (const dossier of thousand) {
      for (const record of [
        dossier.customer,
        ...dossier.contact,
        ...dossier.interaction,
        ...dossier.followUp,
        ...dossier.order,
      ]) {
        if ('customerId' in record) expect(record.customerId).toBe(dossier.customerId);
      }
      expect(dossierSchemas.customer.safeParse(dossier.customer).error).toBeUndefined();
      for (const table of ['contact', 'interaction', 'followUp', 'order'] as const) {
        expect(dossierSchemas[table].array().safeParse(dossier[table]).error).toBeUndefined();
      }
    }
    const catalogue = generateCatalogue();
    expect(catalogueSchemas.product.array().safeParse(catalogue.product).error).toBeUndefined();
    expect(catalogueSchemas.tag.array().safeParse(catalogue.tag).error).toBeUndefined();
  });

  it('gives every record an id of its own and refers only to records that exist', () => {
    const ids = thousand.flatMap(({ customer, contact, interaction, followUp, order }) =>
      [customer, ...contact, ...interaction, ...followUp, ...order].map(({ id }) => id),
    );
    expect(new Set(ids).size).toBe(ids.length);
    const { product, tag } = generateCatalogue();
    const known = new Set([...product, ...tag].map(({ id }) => id));
    for (const { customer, order } of thousand) {
      expect(customer.tagIds.every((id) => known.has(id))).toBe(true);
      for (const { lines } of order) expect(lines.every(({ productId }) => known.has(productId ?? ''))).toBe(true);
    }
  });

  it('has ten timeline entries for a customer on average and one card with five hundred', () => {
    const counts = thousand.map(({ interaction, order }) => interaction.length + order.length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(10_000);
    expect(counts.filter((count) => count === 500).length).toBe(1);
    for (const { customers, entries } of Object.values(sizes)) expect(entries).toBe(customers * 10);
  });

  it('dates nothing but follow-ups after the day of the bench', () => {
    const last = '2026-11-21T23:59';
    for (const { order, interaction } of thousand) {
      for (const { date } of order) expect(date <= last).toBe(true);
      for (const { at } of interaction) expect(at <= last).toBe(true);
    }
  });

  it('fills every class', () => {
    const facts = thousand.map(({ order, interaction, customer }) =>
      deriveFacts(order, interaction, customer, benchToday),
    );
    const cutPoints = computeCutPoints(facts, defaultClassParameters, benchToday);
    for (const dimension of ['value', 'lifecycle', 'behaviour', 'frequency', 'risk', 'type', 'source'] as const) {
      const classes = facts.map((each) => classesOf(each, cutPoints, defaultClassParameters, benchToday)[dimension]);
      for (const key of classesByDimension[dimension]) expect(classes, `${dimension} ${key}`).toContain(key);
    }
  });
});
