/** A small scene with a form on two sites for tests: texts are their own keys. */
import type { World } from '../../scenarios/world/types.ts';
import { smallScene } from './small-scene.ts';

export const formScene: World = {
  ...smallScene,
  help: [{ id: 'date', title: 'help', say: 'say', where: 'form:field:n2', whereText: 'where', how: [] }],
  apps: ['form'],
  form: {
    note: { by: 'joyce', body: ['Voici le lien.'], link: { site: 's1', text: 'Formulaire d’embauche' } },
    search: {
      engine: 'Trouve-tout',
      asked: 'formulaire',
      results: [
        { site: 's2', title: 'Formulaire rapide', snippet: 'En 2 minutes', sponsored: true },
        { site: 's1', title: 'Ateliers Boréal', snippet: 'Emploi', sponsored: false },
      ],
    },
    card: {
      title: 'Fiche',
      rows: [
        { id: 'c1', label: 'Nom', value: 'Alex Roy-Côté' },
        { id: 'c2', label: 'Naissance', value: '14 mars 1990' },
        { id: 'c3', label: 'Téléphone', value: '819 555-0142' },
      ],
    },
    files: [
      { id: 'f1', name: 'IMG_0412.heic', kind: 'photo', about: 'Photo du chat' },
      { id: 'f2', name: 'Preuve.pdf', kind: 'pdf', about: 'Facture' },
      { id: 'f3', name: 'CV.pdf', kind: 'pdf', about: 'CV de 2019' },
    ],
    sites: [
      {
        id: 's1',
        address: 'https://boreal.example/embauche',
        name: 'Ateliers Boréal',
        title: 'Formulaire d’embauche',
        introduction: ['Remplissez chaque ligne.'],
        fields: [
          { kind: 'text', id: 'n1', label: 'Nom', required: true, format: 'words', onCard: 'Alex Roy-Côté' },
          {
            kind: 'text',
            id: 'n2',
            label: 'Date de naissance',
            help: 'Année, mois, jour',
            required: true,
            format: 'date',
            onCard: '1990-03-14',
          },
          {
            kind: 'text',
            id: 'n3',
            label: 'Téléphone',
            required: true,
            format: 'phone',
            onCard: '819 555-0142',
            slip: '819 555-0124',
          },
          {
            kind: 'choice',
            id: 'n4',
            label: 'Poste',
            required: true,
            options: [
              { id: 'a', text: 'Cuisine' },
              { id: 'b', text: 'Entrepôt' },
            ],
            onCard: 'b',
          },
          { kind: 'secret', id: 'n5', label: 'NAS', required: false },
          { kind: 'file', id: 'n6', label: 'Preuve d’adresse', required: true, accepts: ['pdf'] },
          { kind: 'file', id: 'n7', label: 'CV', required: false, accepts: ['pdf', 'document'] },
        ],
        thanks: ['Merci.'],
        number: 'EMB-2046-73',
      },
      {
        id: 's2',
        address: 'https://boreal-emploi.example/formulaire',
        name: 'Emploi rapide',
        title: 'Formulaire',
        introduction: ['Vite!'],
        fields: [
          { kind: 'text', id: 'n1', label: 'Nom', required: true, format: 'words', onCard: 'Alex Roy-Côté' },
          { kind: 'secret', id: 'n5', label: 'NAS', required: true },
        ],
        thanks: ['Reçu.'],
      },
    ],
  },
};
