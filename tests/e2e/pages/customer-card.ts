import type { Locator, Page } from 'playwright/test';
import type { MessageKey } from '#shared/i18n/messages.ts';
import { messages } from '#shared/i18n/messages.ts';
import { expect } from './expect.ts';
import { said, saidFirst, saidLast } from './words.ts';

interface NewDate {
  readonly label: string;
  readonly date?: string;
  readonly isLastDayOfLunarYear?: boolean;
}

/** The card of one customer, opened from the list. */
export function customerCard(page: Page, name: string) {
  const card = page.getByRole('article', { name, exact: true });
  const composer = card.getByRole('region', { name: said('compose.label') });
  const followUps = card.getByRole('region', { name: said('followUps.title') });
  const timeline = card.getByRole('region', { name: said('timeline.title') });
  /** The button that shows a fact and edits it. */
  const fact = (label: MessageKey): Locator => {
    const words = messages[label].join('|');
    return card.getByRole('button', { name: new RegExp(`^(?:填写|修改|Add |Edit )(?:${words})(?:: |$)`) });
  };
  /** All numbers, accounts, mails or addresses of the customer, or of the contact person whose part of the card is given. */
  const reach = (label: MessageKey, within: Locator = card.getByRole('region', { name: said('facts.title') })) => {
    const words = messages[label].join('|');
    const values = within.getByRole('button', { name: new RegExp(`^(?:修改|Edit )(?:${words}): `) });
    const row = (at: number) => values.nth(at).locator('xpath=ancestor::li[1]');
    const box = within.getByRole('textbox', { name: said(label) });
    return {
      values,
      box,
      /** Opens the box for one more and types; `key` ends it. */
      async add(text: string, key?: string): Promise<void> {
        const empty = within.getByRole('button', { name: new RegExp(`^(?:填写|Add )(?:${words})$`) });
        const more = within.getByRole('button', { name: new RegExp(`^(?:再加一个|Add another: )(?:${words})$`) });
        await ((await values.count()) > 0 ? more : empty).click();
        await box.fill(text);
        if (key === undefined) return;
        await page.keyboard.press(key);
        await expect(box).toBeHidden();
      },
      /** An entry of the menu of one of them. */
      async choose(at: number, entry: string | RegExp): Promise<void> {
        await row(at).hover();
        await row(at).getByRole('button').last().click();
        await page.getByRole('menuitem', { name: entry }).click();
      },
      async label(at: number, word: string): Promise<void> {
        await row(at).hover();
        await row(at).getByRole('button').nth(1).click();
        await page.getByRole('menuitem', { name: word }).click();
        await expect(values.nth(at)).toContainText(word);
      },
    };
  };
  const dates = {
    values: card.getByRole('button', { name: /^(?:修改纪念日|Edit Anniversaries): / }),
    async add({ label, date = '', isLastDayOfLunarYear = false }: NewDate): Promise<void> {
      const isFirst = (await this.values.count()) === 0;
      await card
        .getByRole('button', { name: isFirst ? /^(?:填写纪念日|Add Anniversaries)$/ : said('dates.add') })
        .click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: said('dates.label') }).fill(label);
      if (isLastDayOfLunarYear) {
        await dialog.getByRole('radio', { name: said('dates.lunar') }).click();
        await dialog.getByText(said('dates.lastDay')).click();
      } else await dialog.getByRole('textbox', { name: said('dates.day') }).fill(date);
      await dialog.getByRole('button', { name: said('ui.save') }).click();
      await expect(dialog).toBeHidden();
      await expect(this.values.filter({ hasText: label })).toBeVisible();
    },
  };
  const contacts = card.getByRole('region', { name: said('contacts.title') });
  const people = {
    names: contacts.locator('[data-person]'),
    async add(person: { name: string; title: string; phone: string }): Promise<void> {
      await contacts.getByRole('button', { name: said('contacts.add') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: said('contacts.name') }).fill(person.name);
      await dialog.getByRole('textbox', { name: said('contacts.titleField') }).fill(person.title);
      await dialog.getByRole('textbox', { name: said('contacts.phone') }).fill(person.phone);
      await page.keyboard.press('Enter');
      await expect(dialog).toBeHidden();
    },
    /** Shows all of a contact person; returns their part of the card. */
    async open(who: string): Promise<Locator> {
      await contacts
        .getByRole('button', { name: new RegExp(`^${who}`) })
        .first()
        .click();
      return contacts.getByRole('listitem').filter({ hasText: who }).first();
    },
    async choose(who: string, entry: RegExp): Promise<void> {
      await contacts.getByRole('button', { name: said('contacts.more', { name: who }) }).click();
      await page.getByRole('menuitem', { name: entry }).click();
    },
  };
  return {
    card,
    reach,
    people,
    dates,
    composer,
    followUps,
    timeline,
    fact,
    /** The box of a fact under edit; one that offers words is a combobox. */
    factBox: (label: MessageKey) =>
      card.getByRole('textbox', { name: said(label) }).or(card.getByRole('combobox', { name: said(label) })),
    /** Edits a fact where it stands. */
    async editFact(label: MessageKey, text: string): Promise<void> {
      await fact(label).click();
      await this.factBox(label).fill(text);
      await page.keyboard.press('Enter');
      await expect(this.factBox(label)).toBeHidden();
    },
    /** Edits a fact that is one of a few words. */
    async chooseFact(label: MessageKey, choice: MessageKey): Promise<void> {
      await fact(label).press('Enter');
      await card.getByRole('button', { name: saidLast(label) }).press('Enter');
      await page.getByRole('option', { name: said(choice) }).click();
      await expect(fact(label)).toContainText(said(choice));
    },
    /** Edits a fact that is any number of a few words. */
    async tickFact(label: MessageKey, choices: readonly MessageKey[]): Promise<void> {
      await fact(label).press('Enter');
      for (const choice of choices) await page.getByRole('option', { name: said(choice) }).click();
      await page.keyboard.press('Escape');
      await expect(fact(label)).toBeVisible();
    },
    /** Shows the empty facts too. */
    async showAllFacts(): Promise<void> {
      await card.getByRole('button', { name: said('facts.all') }).click();
      await expect(card.getByRole('button', { name: said('facts.fewer') })).toBeVisible();
    },
    /** Ticks what the composer does not show at first. */
    async chooseMore(entry: string): Promise<void> {
      await composer.getByRole('group').first().getByRole('button').last().click();
      await page.getByRole('menuitem', { name: entry }).click();
    },
    /** Opens a class chip; returns the small window that explains it. */
    async explain(dimension: MessageKey): Promise<Locator> {
      await card
        .getByRole('button', { name: saidFirst(dimension) })
        .first()
        .click();
      return page.getByRole('dialog');
    },
    /** Opens what a fact was before. */
    async history(label: MessageKey): Promise<Locator> {
      const title = said('facts.history', { field: '␟' }).source.replaceAll('␟', `(?:${messages[label].join('|')})`);
      await card.getByRole('button', { name: new RegExp(title) }).click();
      return page.getByRole('dialog');
    },
    /** Logs a contact; `next` is the entry of the menu that says when to come back. */
    async log(text: string, next?: { when: RegExp; what: string }): Promise<void> {
      await composer.getByRole('textbox', { name: said('compose.label') }).fill(text);
      if (next) {
        await composer.getByRole('button', { name: said('compose.noNext') }).click();
        await page.getByRole('menuitem', { name: next.when }).click();
        await composer.getByRole('textbox', { name: said('compose.nextTitle') }).fill(next.what);
      }
      await page.keyboard.press('Control+Enter');
    },
    /** Takes the customer apart that was merged into this one. */
    async unmerge(): Promise<void> {
      const unmerge = card.getByRole('button', { name: said('merge.unmerge') });
      await unmerge.press('Enter');
      await expect(unmerge).toBeHidden();
    },
    async close(): Promise<void> {
      await card.getByRole('button', { name: said('card.close') }).click();
      await expect(card).toBeHidden();
    },
  };
}
