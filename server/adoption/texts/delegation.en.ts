/** A model by which the highest authority hands over the function of the person in charge. */
import { type Block, fill, h1OnNewPage, type Inline, p, points, quote, table } from '../blocks.ts';

export function delegationEn(organisation: Inline, inCharge: Inline): Block[] {
  return [
    h1OnNewPage('Model of a delegation'),
    p(
      'By law, the person in charge is whoever has the highest authority in the organization. All or part of this function can be delegated in writing (s.\u00a03.1). If that person keeps it, this model is not needed: write “no delegation” in place of the signature.',
    ),
    quote(
      '**Delegation of the function of person in charge of the protection of personal information**',
      ['Organization: ', organisation, '.'],
      [
        'I have the highest authority in this organization. I delegate the whole function of person in charge of the protection of personal information to: ',
        inCharge,
        '.',
      ],
      'This person approves policies and assessments, answers requests and complaints, assesses incidents and notifies those who have to know. They report to management.',
      'I give them the time, the information and the means they need. I remain accountable for following the law.',
      'The delegation begins on the day it is signed. It ends by written notice, or when the person leaves their position.',
    ),
    table(
      [3, 5],
      ['question', 'answer'],
      [
        'Highest authority of the organization',
        fill('name, title, signature and date', 'charge', 'signature'),
      ],
      ['Copy given to the person in charge', 'on the day of the signature'],
    ),
    points(
      'For a part only, replace “the whole function” with what is delegated.',
      '**Publish the title and contact information** of the person in charge on the site of the organization. Without a site, make them available by another suitable means (s.\u00a03.1). The name is not required. In the private sector, the Commission does not have to be told.',
      '**Public sector:** section 8 of the Access Act applies. It limits to whom the function can be delegated, and requires a notice to the Commission. Check it.',
    ),
  ];
}
