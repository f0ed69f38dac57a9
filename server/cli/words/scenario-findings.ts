/** What `scenario check` says, by code. The laws have their own sentences. */
import type { OperatorLanguage } from '../../base/operator-language.ts';

export const findingSentences: Readonly<Record<OperatorLanguage, Readonly<Record<string, string>>>> = {
  fr: {
    'file.missing': 'Ce fichier manque.',
    'file.not-yaml': 'Ce fichier ne se lit pas comme du YAML\u00A0: {found}',
    'file.not-yaml.tab': 'Un retrait s’écrit avec des espaces, jamais avec une tabulation.',
    'file.not-yaml.colon': 'Mettez entre guillemets droits un texte qui contient un deux-points.',
    'file.not-yaml.deeper':
      'La ligne d’après est plus en retrait. Alignez les deux, ou mettez le texte entre guillemets droits.',
    'file.not-yaml.brace': "Un texte avec {\u00A0} se met entre guillemets droits, comme 'à {time}'.",
    'file.not-yaml.indent':
      'Le retrait de cette ligne ne va pas, ou un signe ouvert avant elle n’est pas fermé.',
    'file.not-yaml.key-twice': 'La même clé sert deux fois au même endroit. Gardez-en une.',
    'file.not-yaml.missing-sign':
      'Il manque un signe qui ferme ou qui sépare\u00A0: un guillemet, «\u00A0]\u00A0», «\u00A0}\u00A0» ou une virgule.',
    'file.not-yaml.lines': 'Une clé tient sur une seule ligne. Vérifiez le deux-points et les guillemets.',
    'file.not-yaml.first-sign': 'Un texte ne commence pas par ce signe. Mettez-le entre guillemets droits.',
    'file.not-yaml.backslash':
      'Une barre «\u00A0\\\u00A0» va avec «\u00A0_\u00A0» ou «\u00A0n\u00A0» entre guillemets droits. Une barre seule s’écrit «\u00A0\\\\\u00A0».',
    'file.not-yaml.unexpected-sign':
      'Il y a ici un signe que rien n’attend. Vérifiez la ligne et celle d’avant.',
    'file.not-yaml.star': 'Un texte qui commence par «\u00A0*\u00A0» se met entre guillemets droits.',
    'file.not-as-the-format.at-least': '{path} demande au moins {found}.',
    'file.not-as-the-format.at-most': '{path} demande au plus {found}.',
    'file.not-as-the-format': '{path} n’a pas la forme attendue\u00A0: {found}',
    'file.not-as-the-format.missing': '{path} manque. Il faut {found}.',
    'file.not-as-the-format.unknown-key':
      'Rien ne lit «\u00A0{found}\u00A0» ici. Vérifiez le mot et son retrait.',
    'file.not-as-the-format.not-a-choice': '{path} est à choisir parmi\u00A0: {found}.',
    'file.not-as-the-format.other-kind': '{path} demande {found}.',
    'folder.differs': 'Le dossier s’appelle {folder}; le fichier dit {expected}.',
    'version.differs': 'evidence.yaml parle de la version {evidence} et world.yaml de la version {world}.',
    'id.twice': 'L’identifiant {id} sert deux fois.',
    'id.unknown': '{id} n’existe pas dans cette scène (cherché comme {kind}).',
    'id.unknown.place': 'La scène n’a pas l’endroit {id}. Elle a\u00A0: {known}.',
    'app.without-world':
      'La scène nomme l’application {app}, mais son monde manque. Ajoutez «\u00A0{app}:\u00A0».',
    'draft.typed-text': 'Un brouillon ne contient pas de texte tapé\u00A0: il serait dans une seule langue.',
    'file.without-details': 'Le fichier {id} n’a pas de «\u00A0details\u00A0», que l’application montre.',
    'sheet.not-canonical': 'Une case de la rangée {row} n’est pas écrite comme l’application l’attend.',
    'sheet.row-length': 'La rangée {row} a {cells} cases pour {columns} colonnes.',
    'table.uneven': 'Une rangée du tableau n’a pas autant de cases que sa tête.',
    'text.missing': 'Le texte {key} manque.',
    'text.unused': 'Le texte {key} ne sert nulle part.',
    'text.unfilled': 'Dans {key}, «\u00A0{name}\u00A0» n’a pas de valeur pour la variante {variant}.',
    'text.other-language': '{key} n’est pas dans la langue de ce fichier.',
    'text.sentence-too-long': 'Une phrase a {words} mots; {max} au plus.',
    'text.sentence-too-long.in-value':
      'Dans {{name}} de la variante {variant}, une phrase a {words} mots; {max} au plus.',
    'text.average-too-long': 'Les phrases ont {words} mots en moyenne; {max} au plus.',
    'text.typesetting': 'Typographie\u00A0: {rule}.',
    'text.typesetting.in-value':
      'Typographie dans {{name}} de la variante {variant} («\u00A0{value}\u00A0»)\u00A0: {rule}.',
    'text.judging-word': '«\u00A0{word}\u00A0» juge la personne. Dites ce qui est arrivé.',
    'text.judging-word.in-value':
      'Dans {{name}} de la variante {variant}, «\u00A0{word}\u00A0» juge la personne. Dites ce qui est arrivé.',
    'text.anglicism': '«\u00A0{word}\u00A0» est un anglicisme. Écrivez «\u00A0{instead}\u00A0».',
    'text.anglicism.in-value':
      'Dans {{name}} de la variante {variant}, «\u00A0{word}\u00A0» est un anglicisme. Écrivez «\u00A0{instead}\u00A0».',
    'choice.twice': '{key} et {other} se lisent pareil\u00A0: personne ne peut choisir.',
    'rule.unsound': '{rule} ne se lit pas\u00A0: {found}',
    'rule.unsound.unknown-name':
      '{rule} nomme «\u00A0{found}\u00A0», qui n’existe pas. Un identifiant se met entre guillemets.',
    'rule.unsound.unknown-part':
      '{rule} lit «\u00A0{found}\u00A0», que ce fait n’a pas. Voyez la page des faits.',
    'rule.unsound.unfinished': '{rule} s’arrête avant la fin. Fermez les parenthèses et les guillemets.',
    'rule.unsound.unexpected':
      '{rule} contient «\u00A0{found}\u00A0» à un endroit où rien ne l’attend. L’égalité s’écrit «\u00A0==\u00A0».',
    'rule.unsound.unlike-kinds': '{rule} met ensemble ce qui ne va pas ensemble\u00A0: {found}.',
    'rule.unsound.unknown-function': '{rule} appelle {found}, qui n’existe pas ainsi.',
    'rule.unsound.no-condition': '{rule} donne {found} où il faut vrai ou faux.',
    'rule.unknown-text': '{rule} nomme «\u00A0{text}\u00A0», que la scène n’a pas.',
    'rule.time-unnamed':
      '{rule} lit «\u00A0{text}\u00A0», mais «\u00A0recognises\u00A0» ne dit pas quelle heure. Ajoutez-y «\u00A0time\u00A0».',
    'rule.true-at-start': '{rule} est vraie avant le premier geste.',
    'rule.never-fires': 'Aucune partie n’obtient {rule}. Enregistrez-en une.',
    'rule.never-misses': 'Aucune partie ne manque {rule}. Enregistrez-en une.',
    'misconception.never-seen': 'Aucune partie ne montre {id}. Enregistrez-en une.',
    'points.do-not-add-up': 'Les règles de {item} donnent {points} point(s); son maximum est {max}.',
    'scored.without-evidence':
      'La scène mesure, mais {part} est vide. Écrivez-en, ou ajoutez «\u00A0scored: false\u00A0».',
    'scored.not-judged':
      'La scène mesure, mais les lois ne la jugent pas encore. Enregistrez une tactique et six chemins.',
    'unscored.with-evidence': '«\u00A0scored: false\u00A0» va avec {part} vide. Enlevez l’un ou l’autre.',
    'play.refused': 'Dans la partie {play}, le geste {action} ({act}) est refusé\u00A0: {refusal}.',
    'play.differs':
      'La partie {play} dit {what} «\u00A0{expected}\u00A0»; les règles voient «\u00A0{found}\u00A0».',
    'result.not-shown': 'Dans {play}, la recherche «\u00A0{typed}\u00A0» ne montre pas {id} ({languages}).',
    'result.other-rank':
      'Dans {play}, la recherche «\u00A0{typed}\u00A0» montre {id} au rang {shown}, et non {rank}.',
    'phrase.without-meaning':
      'La phrase {id} n’a pas de sens dans «\u00A0phrases\u00A0». Une liste vide suffit.',
    'phrase.reads-otherwise':
      'Phrase {id} ({language}), «\u00A0{text}\u00A0»\u00A0: on y lit [{found}], et «\u00A0phrases\u00A0» dit [{expected}].',
    'keywords.placeholder':
      '«\u00A0{word}\u00A0» ne se remplit pas dans le groupe {name}. Écrivez les mots de chaque variante.',
    'keywords.missing': 'Le groupe de mots {name} manque dans cette langue.',
    'vocabulary.unknown':
      'Le vocabulaire {name} manque. Copiez scenarios/content/vocabularies/{name} dans vocabularies/{name}, à côté de forms.yaml.',
    'vocabulary.without-clauses':
      'Nommez aussi «\u00A0clauses/v2\u00A0»\u00A0: sans lui, «\u00A0aucune fraude\u00A0» avertirait.',
    'vocabulary.none': '«\u00A0recognises\u00A0» demande au moins un vocabulaire.',
    'recognises.uses':
      '«\u00A0besideAmount\u00A0» demande «\u00A0amount\u00A0», et un groupe connu pour «\u00A0amountFor\u00A0» et «\u00A0besideFor\u00A0».',
    'recognises.no-clock-time':
      'Pour la variante {variant}, «\u00A0{value}\u00A0» n’est pas une heure. Écrivez-la sur 24 heures, comme 07:42, dans «\u00A0values\u00A0» de world.yaml.',
    'recognises.unsound': 'Pour la variante {variant}, «\u00A0{value}\u00A0» ne convient pas à {name}.',
    'form.bank-unknown': 'Le parcours {form} nomme la banque {bankVersion}, qui n’existe pas.',
    'form.scene-missing': 'Le parcours {form} nomme {scenario}, qui manque ou a des constats à corriger.',
    'form.too-few-scored': 'Le parcours {form} a {scored} scène(s) qui mesurent; il en faut {minScenes}.',
    'form.offer-scene': '{scenario} ne convient pas à «\u00A0afterHelperOffer\u00A0» du parcours {form}.',
    'form.day-order': 'Dans le parcours {form}, le jour de {scenario} revient en arrière ou manque.',
    'form.adaptive-days': 'Le parcours {form} choisit ses scènes\u00A0: il n’a pas de jours.',
    'form.core-scene': '{scenario} ne convient pas à «\u00A0core\u00A0» du parcours {form}.',
    'bank.item-missing': 'La banque n’a pas d’item {dimension} pour {scenario}. Ajoutez-le.',
    'bank.steps-differ':
      'L’item {dimension} de {scenario} a {steps} pas et {max} point(s)\u00A0: il en faut autant.',
    'resource.no-way': 'La ressource {id} ne dit pas comment y aller\u00A0: {needs}.',
    'resource.none-for': 'Aucune ressource pour {dimension} au niveau {level}.',
  },
  en: {
    'file.missing': 'This file is missing.',
    'file.not-yaml': 'This file cannot be read as YAML: {found}',
    'file.not-yaml.tab': 'Indent with spaces, never with a tab.',
    'file.not-yaml.colon': 'Put a text that contains a colon between straight quotes.',
    'file.not-yaml.deeper':
      'The next line is indented more. Align the two, or put the text between straight quotes.',
    'file.not-yaml.brace': "A text with { } goes between straight quotes, such as 'at {time}'.",
    'file.not-yaml.indent': 'The indent of this line does not fit, or a sign opened before it is not closed.',
    'file.not-yaml.key-twice': 'The same key is used twice in one place. Keep one.',
    'file.not-yaml.missing-sign': 'A sign that closes or separates is missing: a quote, “]”, “}” or a comma.',
    'file.not-yaml.lines': 'A key stands on one line. Check the colon and the quotes.',
    'file.not-yaml.first-sign': 'A text does not start with this sign. Put it between straight quotes.',
    'file.not-yaml.backslash':
      'Between straight quotes “\\” goes with “_” or “n”. Write “\\\\” for the sign itself.',
    'file.not-yaml.unexpected-sign':
      'There is a sign here that nothing expects. Check the line and the one before.',
    'file.not-yaml.star': 'A text that starts with “*” goes between straight quotes.',
    'file.not-as-the-format.at-least': '{path} needs at least {found}.',
    'file.not-as-the-format.at-most': '{path} needs at most {found}.',
    'file.not-as-the-format': '{path} does not have the expected form: {found}',
    'file.not-as-the-format.missing': '{path} is missing. It needs {found}.',
    'file.not-as-the-format.unknown-key': 'Nothing reads “{found}” here. Check the word and its indent.',
    'file.not-as-the-format.not-a-choice': '{path} must be one of: {found}.',
    'file.not-as-the-format.other-kind': '{path} needs {found}.',
    'folder.differs': 'The folder is called {folder}; the file says {expected}.',
    'version.differs': 'evidence.yaml is about version {evidence} and world.yaml about version {world}.',
    'id.twice': 'The id {id} is used twice.',
    'id.unknown': '{id} does not exist in this scene (looked for as {kind}).',
    'id.unknown.place': 'The scene has no place {id}. It has: {known}.',
    'app.without-world': 'The scene names the app {app}, but its world is missing. Add “{app}:”.',
    'draft.typed-text': 'A draft holds no typed text: it would be in one language only.',
    'file.without-details': 'The file {id} has no “details”, which the app shows.',
    'sheet.not-canonical': 'A cell of row {row} is not written as the app expects.',
    'sheet.row-length': 'Row {row} has {cells} cells for {columns} columns.',
    'table.uneven': 'A row of the table does not have as many cells as its head.',
    'text.missing': 'The text {key} is missing.',
    'text.unused': 'The text {key} is not used.',
    'text.unfilled': 'In {key}, “{name}” has no value for the variant {variant}.',
    'text.other-language': '{key} is not in the language of this file.',
    'text.sentence-too-long': 'A sentence has {words} words; at most {max}.',
    'text.sentence-too-long.in-value':
      'In {{name}} of the variant {variant}, a sentence has {words} words; at most {max}.',
    'text.average-too-long': 'Sentences have {words} words on average; at most {max}.',
    'text.typesetting': 'Typesetting: {rule}.',
    'text.typesetting.in-value': 'Typesetting in {{name}} of the variant {variant} (“{value}”): {rule}.',
    'text.judging-word': '“{word}” judges the person. Say what happened.',
    'text.judging-word.in-value':
      'In {{name}} of the variant {variant}, “{word}” judges the person. Say what happened.',
    'text.anglicism': '“{word}” is an anglicism. Write “{instead}”.',
    'text.anglicism.in-value':
      'In {{name}} of the variant {variant}, “{word}” is an anglicism. Write “{instead}”.',
    'choice.twice': '{key} and {other} read alike: nobody can choose.',
    'rule.unsound': '{rule} cannot be read: {found}',
    'rule.unsound.unknown-name': '{rule} names “{found}”, which does not exist. An id goes between quotes.',
    'rule.unsound.unknown-part':
      '{rule} reads “{found}”, which this fact does not have. See the page of facts.',
    'rule.unsound.unfinished': '{rule} stops before its end. Close the parentheses and the quotes.',
    'rule.unsound.unexpected': '{rule} has “{found}” where nothing expects it. Equality is written “==”.',
    'rule.unsound.unlike-kinds': '{rule} puts together what does not go together: {found}.',
    'rule.unsound.unknown-function': '{rule} calls {found}, which does not exist in this form.',
    'rule.unsound.no-condition': '{rule} gives {found} where true or false is needed.',
    'rule.unknown-text': '{rule} names “{text}”, which the scene does not have.',
    'rule.time-unnamed': '{rule} reads “{text}”, but “recognises” does not say which time. Add “time” there.',
    'rule.true-at-start': '{rule} is true before the first action.',
    'rule.never-fires': 'No play earns {rule}. Save one that does.',
    'rule.never-misses': 'No play misses {rule}. Save one that does.',
    'misconception.never-seen': 'No play shows {id}. Save one that does.',
    'points.do-not-add-up': 'The rules of {item} give {points} point(s); its maximum is {max}.',
    'scored.without-evidence': 'The scene measures, but {part} is empty. Write some, or add “scored: false”.',
    'scored.not-judged':
      'The scene measures, but the laws do not judge it yet. Save a tactic and six routes.',
    'unscored.with-evidence': '“scored: false” goes with empty {part}. Remove one or the other.',
    'play.refused': 'In the play {play}, action {action} ({act}) is refused: {refusal}.',
    'play.differs': 'The play {play} says {what} “{expected}”; the rules see “{found}”.',
    'result.not-shown': 'In {play}, the search “{typed}” does not show {id} ({languages}).',
    'result.other-rank': 'In {play}, the search “{typed}” shows {id} at rank {shown}, not {rank}.',
    'phrase.without-meaning': 'The sentence {id} has no meaning under “phrases”. An empty list will do.',
    'phrase.reads-otherwise':
      'Sentence {id} ({language}), “{text}”: it reads as [{found}], and “phrases” says [{expected}].',
    'keywords.placeholder':
      '“{word}” is not filled in within the group {name}. Write the words of each variant.',
    'keywords.missing': 'The group of words {name} is missing in this language.',
    'vocabulary.unknown':
      'The vocabulary {name} is missing. Copy scenarios/content/vocabularies/{name} to vocabularies/{name}, beside forms.yaml.',
    'vocabulary.without-clauses': 'Name “clauses/v2” too: without it, “no fraud” would be a warning.',
    'vocabulary.none': '“recognises” needs at least one vocabulary.',
    'recognises.uses':
      '“besideAmount” needs “amount”, and a known group for “amountFor” and for “besideFor”.',
    'recognises.no-clock-time':
      'For the variant {variant}, “{value}” is no time. Write it on the 24-hour clock, such as 07:42, under “values” of world.yaml.',
    'recognises.unsound': 'For the variant {variant}, “{value}” does not fit {name}.',
    'form.bank-unknown': 'The form {form} names the bank {bankVersion}, which does not exist.',
    'form.scene-missing': 'The form {form} names {scenario}, which is missing or has findings to correct.',
    'form.too-few-scored': 'The form {form} has {scored} scene(s) that measure; it needs {minScenes}.',
    'form.offer-scene': '{scenario} does not fit “afterHelperOffer” of the form {form}.',
    'form.day-order': 'In the form {form}, the day of {scenario} goes back or is missing.',
    'form.adaptive-days': 'The form {form} chooses its scenes: it has no days.',
    'form.core-scene': '{scenario} does not fit “core” of the form {form}.',
    'bank.item-missing': 'The bank has no item {dimension} for {scenario}. Add it.',
    'bank.steps-differ':
      'The item {dimension} of {scenario} has {steps} steps and {max} point(s): they must be as many.',
    'resource.no-way': 'The resource {id} does not say how to get there: {needs}.',
    'resource.none-for': 'No resource for {dimension} at level {level}.',
  },
};
