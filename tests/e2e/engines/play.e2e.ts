/** Firefox, and the engine of Safari and of every browser on an iPhone, over https as in real life. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportFr } from '../../../client/src/i18n/catalogues/report.fr.ts';
import { shellFr } from '../../../client/src/i18n/catalogues/shell.fr.ts';
import { launchPageTexts } from '../../../server/http/lti/launch-pages/launch-page-words.ts';
import { openDisplay } from '../../support/display.ts';
import { EnginePerson } from '../../support/engines/engine-person.ts';
import type { Engine, EngineTab } from '../../support/engines/engine.ts';
import { hasFirefox, startFirefox } from '../../support/engines/firefox.ts';
import { hasWebKit, startWebKit } from '../../support/engines/webkit.ts';
import { scoreOfDone, wholeSceneVerbs } from '../../support/inbox.ts';
import { readOutcome } from '../../support/outcome.ts';
import { startStack, type Stack } from '../../support/stack.ts';

const texts = launchPageTexts.fr.login;
const display = await openDisplay();
const engines = [
  { name: 'Firefox', isHere: hasFirefox(), isFramed: true, start: () => startFirefox() },
  {
    name: 'WebKit',
    isHere: hasWebKit() && display !== null,
    isFramed: false,
    start: () => startWebKit(display?.name ?? ''),
  },
];
for (const { name, isHere } of engines)
  if (!isHere) process.stdout.write(`not checked: ${name} is not installed\n`);

afterAll(() => display?.close());

for (const { name, isHere, isFramed, start } of engines)
  describe.skipIf(!isHere)(name, () => {
    let stack: Stack;
    let engine: Engine;
    let course: EngineTab;
    beforeAll(async () => {
      [stack, engine] = await Promise.all([startStack({ forBrowser: true, https: true }), start()]);
      course = await engine.openTab();
    });
    afterAll(async () => {
      await engine.close();
      await stack.close();
    });

    /** From the course page into the activity: in its frame, or by one press in a new window. */
    async function launch(personId: number, tab = course): Promise<EnginePerson> {
      const person = new EnginePerson(tab, 'frame');
      await person.open(stack, personId, '/activity/2');
      if (isFramed) return person;
      return new EnginePerson(await engine.awaitTab(() => person.press(texts.openWindow)), 'window');
    }

    it('plays a scene whole, through a reload and Back, and the grade arrives', async () => {
      const person = await launch(4);
      await person.begin();
      await person.openQuestion();
      await person.answer();
      await person.reload();
      await person.keepAttachment();
      await person.tab.back();
      await person.press(shellFr['leave.stay']);
      await person.finish();
      const outcome = await readOutcome(stack, 4, 2);
      expect(outcome.points).toBe(scoreOfDone);
      expect(outcome.faults).toEqual([]);
      expect(outcome.verbs).toEqual(expect.arrayContaining([...new Set(wholeSceneVerbs)]));
    });

    it('goes on in a second tab, and the first one only shows', async () => {
      const first = await launch(5);
      await first.begin();
      await first.openQuestion();
      await first.write('Bonjour');
      const second = await launch(5, isFramed ? await engine.openTab() : course);
      await second.press(shellFr['continue.go']);
      expect(await second.written()).toBe('Bonjour');
      await first.write(' Nadia');
      await first.seeText(shellFr['banner.readOnly']);
      await second.tab.close();
    });

    it('keeps what was done while the server was away, even if the tab is closed', async () => {
      const person = await launch(6);
      await person.begin();
      await person.openQuestion();
      await stack.tool.kill();
      await person.writeToJournal('Bonjour Nadia');
      await person.seeText(shellFr['banner.lost']);
      if (isFramed) await person.tab.goTo(stack.lms.publicUrl);
      else await person.tab.close();
      await stack.tool.start();
      const again = await launch(6);
      await again.press(shellFr['continue.go']);
      expect(await again.written()).toBe('Bonjour Nadia');
    });

    it('opens in a window of its own, and prints the result', async () => {
      const person = new EnginePerson(course, 'window');
      await person.open(stack, 7, '/mod/lti/launch.php?id=2');
      await person.begin();
      await person.press(shellFr['tool.skip']);
      await person.press(shellFr['confirm.skip.yes']);
      await person.press(shellFr['end.next']);
      await person.press(shellFr['finished.report']);
      await person.seeButton(reportFr.print);
      await course.read('window', 'void (window.print = () => { document.title = "printed"; })');
      await person.press(reportFr.print);
      expect(await course.read('window', 'document.title')).toBe('printed');
      const pdf = await course.print();
      if (pdf !== null) expect(Buffer.from(pdf).toString('latin1', 0, 5)).toBe('%PDF-');
    });

    it('says that there is no voice where the device has none, and offers to listen where it has one', async () => {
      const person = await launch(8);
      await person.seeButton(shellFr['notice.accept']);
      if (await person.hasVoice('fr')) await person.seeButton(shellFr.listen);
      else await person.seeText(shellFr['listen.none']);
    });
  });
