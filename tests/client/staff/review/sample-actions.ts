/** One of each action that a log may hold. The record's keys are checked by the compiler: none can be forgotten. */
import type { FrameAction } from '../../../../scenarios/log.ts';
import type { WorldAction } from '../../../../scenarios/world/types.ts';

type KeyOf<Action> = Action extends {
  readonly app: infer App extends string;
  readonly type: infer Type extends string;
}
  ? `${App}.${Type}`
  : never;

type AnyAction = WorldAction | FrameAction;

const setting = { app: 'frame', type: 'setting' } as const;

const samples: Readonly<Record<KeyOf<AnyAction>, readonly AnyAction[]>> = {
  'frame.language': [
    { app: 'frame', type: 'language', language: 'fr' },
    { app: 'frame', type: 'language', language: 'en' },
  ],
  'frame.pause': (['button', 'hidden', 'connection'] as const).map((cause) => ({
    app: 'frame',
    type: 'pause',
    cause,
  })),
  'frame.setting': [
    ...(['100', '125', '150', '200'] as const).map(
      (value) => ({ ...setting, name: 'text-size', value }) as const,
    ),
    ...(['system', 'high'] as const).map((value) => ({ ...setting, name: 'contrast', value }) as const),
    ...(['system', 'off'] as const).map((value) => ({ ...setting, name: 'motion', value }) as const),
    ...(['on', 'off'] as const).map((value) => ({ ...setting, name: 'voice', value }) as const),
    ...(['first', 'other'] as const).map((value) => ({ ...setting, name: 'voice-choice', value }) as const),
    ...(['normal', 'slow'] as const).map((value) => ({ ...setting, name: 'voice-pace', value }) as const),
  ],
  'frame.resume': [{ app: 'frame', type: 'resume' }],
  'frame.end': [{ app: 'frame', type: 'end' }],
  'desk.open-app': (['mail', 'files', 'browser', 'sheet', 'phone', 'form'] as const).map((target) => ({
    app: 'desk',
    type: 'open-app',
    target,
  })),
  'desk.help': ([1, 2, 3] as const).map((step) => ({ app: 'desk', type: 'help', topic: 'reply', step })),
  'desk.listen': [{ app: 'desk', type: 'listen', target: 'goal' }],
  'desk.undo': [{ app: 'desk', type: 'undo' }],
  'desk.done': [{ app: 'desk', type: 'done' }],
  'desk.skip': [{ app: 'desk', type: 'skip' }],
  'mail.folder': (['inbox', 'sent', 'drafts', 'reported', 'trash'] as const).map((folder) => ({
    app: 'mail',
    type: 'folder',
    folder,
  })),
  'mail.open': [{ app: 'mail', type: 'open', messageId: 'm1' }],
  'mail.close': [{ app: 'mail', type: 'close' }],
  'mail.compose': [{ app: 'mail', type: 'compose' }],
  'mail.reply': [{ app: 'mail', type: 'reply', messageId: 'm1' }],
  'mail.reply-all': [{ app: 'mail', type: 'reply-all', messageId: 'm1' }],
  'mail.forward': [{ app: 'mail', type: 'forward', messageId: 'm1' }],
  'mail.report': [{ app: 'mail', type: 'report', messageId: 'm1' }],
  'mail.keep': [{ app: 'mail', type: 'keep', messageId: 'm1' }],
  'mail.delete': [{ app: 'mail', type: 'delete', messageId: 'm1' }],
  'mail.preview-link': [{ app: 'mail', type: 'preview-link', linkId: 'l1' }],
  'mail.open-link': [{ app: 'mail', type: 'open-link', linkId: 'l1' }],
  'mail.open-draft': [{ app: 'mail', type: 'open-draft', draftId: 'd1' }],
  'mail.leave-draft': [{ app: 'mail', type: 'leave-draft' }],
  'mail.delete-draft': [{ app: 'mail', type: 'delete-draft' }],
  'mail.add-recipient': [{ app: 'mail', type: 'add-recipient', contactId: 'joyce' }],
  'mail.remove-recipient': [{ app: 'mail', type: 'remove-recipient', contactId: 'joyce' }],
  'mail.add-phrase': [{ app: 'mail', type: 'add-phrase', phraseId: 'p1' }],
  'mail.remove-phrase': [{ app: 'mail', type: 'remove-phrase', phraseId: 'p1' }],
  'mail.write': [{ app: 'mail', type: 'write', typed: 'Bonjour' }],
  'mail.preview': [{ app: 'mail', type: 'preview', attachmentId: 'f1' }],
  'mail.send': [{ app: 'mail', type: 'send' }],
  'files.save-attachment': [
    { app: 'files', type: 'save-attachment', attachmentId: 'f1', folderId: 'training' },
  ],
  'files.open-folder': [
    { app: 'files', type: 'open-folder', folderId: 'r1' },
    { app: 'files', type: 'open-folder', folderId: 'trash' },
  ],
  'files.open-file': [{ app: 'files', type: 'open-file', fileId: 'w1' }],
  'files.close-file': [{ app: 'files', type: 'close-file' }],
  'files.search': [{ app: 'files', type: 'search', typed: 'scan' }],
  'files.leave-search': [{ app: 'files', type: 'leave-search' }],
  'files.sort': (['name', 'changed', 'kind'] as const).map((by) => ({
    app: 'files',
    type: 'sort',
    by,
    descending: true,
  })),
  'files.rename': [{ app: 'files', type: 'rename', itemId: 'w1', typed: 'Horaire' }],
  'files.move': [{ app: 'files', type: 'move', itemId: 'w1', folderId: 'r1' }],
  'files.cut': [{ app: 'files', type: 'cut', itemId: 'w1' }],
  'files.paste': [{ app: 'files', type: 'paste', folderId: 'r1' }],
  'files.delete': [{ app: 'files', type: 'delete', itemId: 'w1' }],
  'files.restore': [{ app: 'files', type: 'restore', itemId: 'w1' }],
  'files.delete-for-good': [{ app: 'files', type: 'delete-for-good', itemId: 'w1' }],
  'files.empty-trash': [{ app: 'files', type: 'empty-trash' }],
  'files.create': (['folder', 'document'] as const).map((what) => ({
    app: 'files',
    type: 'create',
    what,
    folderId: 'r1',
    typed: 'Horaire',
  })),
  'browser.open': [{ app: 'browser', type: 'open', pageId: 'p1', via: 'result', rank: 2 }],
  'browser.open-in-new-tab': [
    { app: 'browser', type: 'open-in-new-tab', pageId: 'p1', via: 'link', rank: 0 },
  ],
  'browser.search': [{ app: 'browser', type: 'search', typed: 'heures samedi' }],
  'browser.home': [{ app: 'browser', type: 'home' }],
  'browser.back': [{ app: 'browser', type: 'back' }],
  'browser.forward': [{ app: 'browser', type: 'forward' }],
  'browser.new-tab': [{ app: 'browser', type: 'new-tab' }],
  'browser.select-tab': [{ app: 'browser', type: 'select-tab', tabId: 't0' }],
  'browser.close-tab': [{ app: 'browser', type: 'close-tab', tabId: 't0' }],
  'browser.find-in-page': [{ app: 'browser', type: 'find-in-page', found: true }],
  'browser.note-choose': [{ app: 'browser', type: 'note-choose', choiceId: 'h1' }],
  'browser.note-source': [{ app: 'browser', type: 'note-source', pageId: 'p1' }],
  'browser.note-send': [{ app: 'browser', type: 'note-send' }],
  'browser.submit-data': [
    { app: 'browser', type: 'submit-data', pageId: 'p1', blockId: 'b1', fields: ['name'] },
  ],
  'sheet.enter-number': [{ app: 'sheet', type: 'enter-number', row: 'r5', column: 'hours', number: '5' }],
  'sheet.enter-formula': [
    { app: 'sheet', type: 'enter-formula', row: 'b1', column: 'hours', formula: 'SUM(E2:E13)' },
  ],
  'sheet.write': [{ app: 'sheet', type: 'write', row: 'r5', column: 'hours', typed: 'cinq heures' }],
  'sheet.clear': [{ app: 'sheet', type: 'clear', row: 'r5', column: 'hours' }],
  'sheet.sum': [{ app: 'sheet', type: 'sum', row: 'b1', column: 'hours' }],
  'sheet.sort': (['table', 'column'] as const).map((scope) => ({
    app: 'sheet',
    type: 'sort',
    column: 'date',
    scope,
    direction: 'up',
  })),
  'sheet.flag': [{ app: 'sheet', type: 'flag', row: 'r2' }],
  'sheet.unflag': [{ app: 'sheet', type: 'unflag', row: 'r2' }],
  'sheet.answer': [{ app: 'sheet', type: 'answer', questionId: 'q1', choice: 'mon' }],
  'phone.open': [{ app: 'phone', type: 'open', conversationId: 'c1' }],
  'phone.close': [{ app: 'phone', type: 'close' }],
  'phone.add-phrase': [{ app: 'phone', type: 'add-phrase', phraseId: 'p1' }],
  'phone.remove-phrase': [{ app: 'phone', type: 'remove-phrase', phraseId: 'p1' }],
  'phone.write': [{ app: 'phone', type: 'write', typed: 'Bonjour' }],
  'phone.send': [{ app: 'phone', type: 'send' }],
  'phone.copy-code': [{ app: 'phone', type: 'copy-code', messageId: 's1' }],
  'phone.report': [{ app: 'phone', type: 'report', messageId: 's1' }],
  'phone.keep': [{ app: 'phone', type: 'keep', messageId: 's1' }],
  'phone.delete': [{ app: 'phone', type: 'delete', messageId: 's1' }],
  'phone.preview-link': [{ app: 'phone', type: 'preview-link', messageId: 's1' }],
  'phone.open-link': [{ app: 'phone', type: 'open-link', messageId: 's1' }],
  'form.open': [{ app: 'form', type: 'open', siteId: 's1', via: 'note' }],
  'form.start': [{ app: 'form', type: 'start' }],
  'form.search': [{ app: 'form', type: 'search' }],
  'form.review': [{ app: 'form', type: 'review' }],
  'form.send': [{ app: 'form', type: 'send' }],
  'form.fill': [{ app: 'form', type: 'fill', fieldId: 'n1', typed: 'Alex Roy', reading: 'as-on-card' }],
  'form.choose': [{ app: 'form', type: 'choose', fieldId: 'n5', choice: 'a' }],
  'form.fill-secret': [{ app: 'form', type: 'fill-secret', fieldId: 'n6', filled: true }],
  'form.attach': [{ app: 'form', type: 'attach', fieldId: 'n7', fileId: 'f1' }],
  'form.detach': [{ app: 'form', type: 'detach', fieldId: 'n7' }],
  'form.mend': [{ app: 'form', type: 'mend', fieldId: 'n3' }],
  'form.keep': (['copy', 'print', 'capture'] as const).map((how) => ({ app: 'form', type: 'keep', how })),
  'form.note': [{ app: 'form', type: 'note', typed: 'BOREAL 12', reading: 'well-formed' }],
};

export const sampleActions: readonly AnyAction[] = Object.values(samples).flat();
