/** Features of typed answers in Québec French and in English, as people write them. */
import { describe, expect, it } from 'vitest';
import { cpuTimeOf } from '../../../support/cpu-time.ts';
import { textFeatures } from '../../../../scenarios/evidence/text-features.ts';
import { createVocabulary } from '../../../../scenarios/evidence/vocabulary.ts';
import { evidence } from '../../../support/s02.ts';

function features(typed: string, phrases: readonly string[] = []): string {
  const found = textFeatures(evidence.vocabulary, { phrases, typed });
  return Object.entries(found)
    .filter(([, is]) => is)
    .map(([name]) => name)
    .join(' ');
}

describe('a typed answer', () => {
  it.each([
    ['Oui', 'yes'],
    ['ouais', 'yes'],
    ['ben oui!', 'yes'],
    ['OUIII', 'yes'],
    ['ok', 'yes'],
    ["c'est correct", 'yes'],
    ['chu dispo', 'yes'],
    ['Chu pas dispo', 'no'],
    ['chui libre jeudi', 'yes'],
    ['Je peux venir à 17h', 'yes time'],
    ['je peux pas venir', 'no'],
    ['Je ne peux pas.', 'no'],
    ["J'peux pas", 'no'],
    ['jpeux pas mais vendredi oui à 5h', 'yes time'],
    ['pas de problème', 'yes'],
    ['Pas de probleme, 17h', 'yes time'],
    ["pas d'accord", 'no'],
    ['Non', 'no'],
    ['ben non', 'no'],
    ['non merci', 'no thanks'],
    ['malheureusement non', 'no'],
    ['Désolé, je travaille déjà', 'no'],
    ['Impossible pour moi jeudi', 'no'],
    ['ça marche', 'yes'],
    ['ça marche pas', 'no'],
    ['Je sais pas encore', ''],
    ['peut-être', ''],
    ['oui ou non je te redis', ''],
    ['Je vais voir si je peux', ''],
    ['Oui, mais je ne peux pas rester tard', 'yes'],
    ['Oui. Non.', 'yes no'],
    ['je peux jeudi et je peux pas vendredi', 'no'],
    ["Est-ce que tu peux m'appeler?", ''],
    ["d'accord pour jeudi", 'yes'],
    ['dacord', 'yes'],
    ['Je suis disponnible', 'yes'],
    ['je suis indisponible', 'no'],
    ['je vais être là à 17 h 30', 'yes time'],
    ['je serai là', 'yes'],
    ['je viens de recevoir ton message', ''],
    ['certain!', 'yes'],
    ["J'embarque", 'yes'],
    ['Je peux pas avant 17h', 'yes time'],
    ['17h', 'time'],
    ['17 h', 'time'],
    ['17h30', 'time'],
    ['17 H 30', 'time'],
    ['17:00', 'time'],
    ['17h00', 'time'],
    ['5pm', 'time'],
    ['5 p.m.', 'time'],
    ['5:30 pm', 'time'],
    ['5h', 'time'],
    ['a 5', 'time'],
    ['à 5', 'time'],
    ['vers 5', 'time'],
    ['vers les 5h', 'time'],
    ['cinq heures', 'time'],
    ['dix-sept heures', 'time'],
    ['à dix-sept heures', 'time'],
    ['à cinq', 'time'],
    ['midi', 'time'],
    ['après-midi', ''],
    ["dans l'après-midi", ''],
    ["en fin d'après-midi", ''],
    ['5 du soir', 'time'],
    ['5h du soir', 'time'],
    ['5 heure et demi', 'time'],
    ['à partir de 18 h', 'time'],
    ['de 5 à 9', 'time'],
    ['entre 4 et 5', 'time'],
    ['le 5 mai', ''],
    ['dans 5 minutes', ''],
    ['il y a 5 personnes', ''],
    ["j'ai 5 enfants", ''],
    ['on est 5', ''],
    ['pendant 5 heures', ''],
    ['Oui 17', 'yes time'],
    ['1700h', 'time'],
    ['5 oclock', 'time'],
    ["5 o'clock", 'time'],
    ['at 5', 'time'],
    ['at five', 'time'],
    ['around 5:30', 'time'],
    ['half past five', 'time'],
    ['quarter to six', 'time'],
    ['noon', 'time'],
    ['this afternoon', ''],
    ['in 5 minutes', ''],
    ['for 3 hours', ''],
    ['12.50 $', ''],
    ['by 6', 'time'],
    ['17h.', 'time'],
    ['16h30.', 'time'],
    ['Bonjour', 'greeting'],
    ['Allo', 'greeting'],
    ['slt', 'greeting'],
    ['Hi', 'greeting'],
    ['bon matin', 'greeting'],
    ['merci', 'thanks'],
    ['mersi bcp', 'thanks'],
    ['Merçi', 'thanks'],
    ['thx', 'thanks'],
    ['thanks', 'thanks'],
    ['Nadia', 'name'],
    ['nadya', 'name'],
    ['Oui\n17h\nMarie', 'yes time name'],
    ['Oui\n17h\nMarie-Ève Roy', 'yes time name'],
    ['oui\nok', 'yes'],
    ['Yes', 'yes'],
    ['yep', 'yes'],
    ['yeah sure', 'yes'],
    ['no', 'no'],
    ['nope', 'no'],
    ['No problem', 'yes'],
    ['No problem, I can come at 5', 'yes time'],
    ["I can't", 'no'],
    ['I cannot make it', 'no'],
    ['I can not', 'no'],
    ["can't make it thursday", 'no'],
    ["I don't think I can", 'no'],
    ["I'm not available", 'no'],
    ['I am available', 'yes'],
    ['im free', 'yes'],
    ['not sure', ''],
    ['maybe', ''],
    ['Can you call me?', ''],
    ["I can't wait! Yes, 5 pm", 'yes time'],
    ["I won't be able to", 'no'],
    ['works for me', 'yes'],
    ['of course', 'yes'],
    ['of course not', 'no'],
    ["Sorry, I'm busy", 'no'],
    ["Unfortunately I can't, but Friday at 4 works", 'no time'],
    ["Yes but I can't stay late", 'yes'],
    ['No, but Friday at 4', 'no time'],
    ['Not before 5 pm', 'time'],
    ['yes no later than 5', 'yes time'],
    ['ok no prob, 5pm', 'yes time'],
    ['Salut Nadia, oui je suis dispo jeudi. Je peux être là à 17 h. Merci!', 'yes time greeting thanks name'],
    ['oui chu dispo a 5pm thanks', 'yes time thanks'],
    ['Bonjour, je confirme ma présence à 16h', 'yes time greeting'],
    ['je vais au marché', ''],
    ['Est-ce que je dois apporter quelque chose?', ''],
    ['je regarde mon horaire', ''],
    ['Ça me convient', 'yes'],
    ['Ça ne me convient pas', 'no'],
    ['Je sera la a 5h', 'yes time'],
    ["C'est good pour moi, 17h", 'yes time'],
    ['See you at 5!', 'yes time'],
    ['OK for 5', 'yes time'],
    ['I can come for 5 pm', 'yes time'],
    ['not this time', 'no'],
    ["j'ai un cours ce soir-là", 'no'],
    ['Je peux pas dire non, haha. Oui 17h', 'yes time'],
    ['Désolée, je ne peux pas. Vendredi 16h?', 'no time'],
    ['non mais je suis libre samedi à 10h', 'no time'],
    ['je finis à 16h donc je peux être là à 16h30', 'yes time'],
    ["Ce n'est pas possible", 'no'],
    ['I will not be able to come', 'no'],
    ['cinq heures et demie', 'time'],
    ['for 5 people', ''],
  ])('%j has the features: %s', (typed, expected) => {
    expect(features(typed)).toBe(expected);
  });

  it('has the same features with curly or straight apostrophes, accents and capitals', () => {
    expect(features('D’ACCORD, JUSQU’À 21H')).toBe(features("d'accord, jusqu'a 21h"));
  });

  it('is analysed together with the ready-made sentences', () => {
    expect(features('à 17h', ['p3'])).toBe('yes time');
    expect(features('non', ['p3'])).toBe('yes no');
    expect(features('je ne peux pas rester tard', ['p3'])).toBe('yes');
    expect(features('', ['p1', 'p4', 'p9'])).toBe('no time greeting name');
  });

  it('has no features when it is empty', () => {
    expect(features('')).toBe('');
    expect(features(' \n ?! ')).toBe('');
  });

  it('is analysed in bounded time, whatever was typed', () => {
    const took = cpuTimeOf(() => {
      for (const piece of ['a', '1', '1 ', 'a ', '\n', 'à 5 ', '.', 'é'])
        features(piece.repeat(2000).slice(0, 2000));
    });
    expect(took).toBeLessThan(1000);
  });
});

describe('codes, times, links and names in a typed text', () => {
  it.each([
    ['Mon code c’est 482913', 'code'],
    ['482 913', 'code'],
    ['482-913', 'code'],
    ['Appelle au 514 555-0199', ''],
    ['à 17 h', 'time'],
    ['Va sur www.colis.example', 'link'],
    ['https://colis.example', 'link'],
    ['colis.example/payer', 'link'],
    ['nadia@boreal.example', 'name'],
  ])('are distinguished: %s', (typed, expected) => {
    expect(features(typed)).toBe(expected);
  });
});

describe('a scene without word lists', () => {
  it.each(['', 'Elle est au bureau.'])('finds no time, greeting or name in « %s »', (typed) => {
    const found = textFeatures(createVocabulary([], {}), { phrases: ['p1'], typed });
    expect(Object.values(found).filter((is) => is)).toEqual([]);
  });
});
