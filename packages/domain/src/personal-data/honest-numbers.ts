/**
 * Numbers that notes are full of and that are nobody's: these are blanked out before anything but
 * the unmistakable formats is looked for.
 */
const COUNTED =
  '(?:personas?|people|persons?|pessoas?|personnes?|migrants?|migrantes?|casos?|cases?|cas|arrivals?|' +
  'llegadas?|chegadas?|arrivees?|entradas?|entries|entrees|salidas?|exits?|registros?|records?|' +
  'registers?|refugiados?|refugees?|refugies|ninos?|ninas?|children|criancas?|enfants?|mujeres|women|' +
  'mulheres|femmes|hombres|men|homens|hommes|familias?|families|familles|solicitudes?|solicitacoes|' +
  'applications?|demandes?|nacionales|nationals|nacionais|ressortissants?|km|kilometros?|metros|' +
  'm2|raciones|kits?|atenciones|atendimentos|consultas?|dosis|vacunas|formularios?|encuestas?)';

const CURRENCY =
  '(?:usd|us\\$|r\\$|b\\/\\.|cop|mxn|brl|cad|clp|pen|eur|crc|hnl|gtq|bzd|ttd|srd|\\$|€|£|q\\.|s\\/)';

const MONEY =
  '(?:usd|dolares|dollars?|balboas?|pesos|reais|euros?|soles|lempiras|quetzales|colones|bolivares|' +
  'cordobas|millones|milhoes|millions?|mil millones|eur|cop|brl|mxn)';

/** Words after which a number names a law, a file, a boat, a flight, a place on a road. */
const NUMBERED =
  '(?:resolucion(?:es)?|resolucao|resolution|res\\.|ley|lei|law|loi|act|decretos?|decree|decret|' +
  'portaria|acuerdo|acordo|agreement|accord|circular|circulaire|oficios?|memorandos?|memorandum|' +
  'memo|articulos?|artigos?|articles?|art\\.|recomendacion|recomendacao|recommendation|' +
  'recommandation|rec\\.|contrato|contract|contrat|convenio|proyecto|projeto|project|projet|acta|' +
  'nota verbal|note verbale|isbn|issn|doi|imo|mmsi|matriculas?|embarcacion(?:es)?|embarcacao|' +
  'embarcation|lanchas?|botes?|barcos?|buques?|vessels?|boats?|ships?|navires?|bateaux?|navio|' +
  'vuelos?|flights?|voos?|vols?|placas?|rutas?|routes?|rodovia|carretera|highway|km|lotes?|' +
  'batch|facturas?|invoice|factura|orden de compra|version|versao|ticket|licitacion|presupuesto|' +
  'processo administrativo|instrucao normativa|instructivo|protocolo|directiva|boletin|informe|' +
  'report|rapport|relatorio|punto de control|formulario|serie|series|codigo|code|folio)';

const MONTHS =
  'ene(?:ro)?|jan(?:uary|eiro|vier)?|feb(?:rero|ruary)?|fev(?:ereiro|rier)?|mar(?:zo|ch|co|s)?|' +
  'abr(?:il)?|apr(?:il)?|avr(?:il)?|may(?:o)?|maio?|jun(?:io|e|ho)?|juin|jul(?:io|y|ho)?|juillet|' +
  'ago(?:sto)?|aug(?:ust)?|aout|set(?:iembre|embro)?|sep(?:tiembre|tember|tembre)?|' +
  'oct(?:ubre|ober|obre)?|out(?:ubro)?|nov(?:iembre|ember|embro|embre)?|' +
  'dic(?:iembre)?|dec(?:ember|embre)?|dez(?:embro)?';

/** A calendar date with its day, in digits or with the month's name, in the four languages. */
export const DATE =
  `(?:\\b\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)?\\d{2}\\b|` +
  `\\b(?:19|20)\\d{2}[/.-]\\d{1,2}[/.-]\\d{1,2}\\b|\\b(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])\\b|` +
  `\\b\\d{1,2}(?:st|nd|rd|th|er|o|º|°)?[ .-](?:de |of )?(?:${MONTHS})\\.?,?[ .-](?:de |del |of )?(?:19|20)?\\d{2}\\b|` +
  `\\b(?:${MONTHS})\\.? \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d{2}\\b)`;

const HONEST: readonly RegExp[] = [
  new RegExp(`${DATE}(?:[t ]\\d{1,2}:\\d{2}(?::\\d{2})?(?:z|[+-]\\d{2}:?\\d{2})?)?`, 'g'),
  // Times, and ranges of them.
  /\b\d{1,2}[:h]\d{2}(?::\d{2})?\b/g,
  // Coordinates, decimal and in degrees.
  /[+-]?\b\d{1,3}[.,]\d{2,8}\s?°?\s?[nsew]?\s?[,;/ ]\s?(?:lon\w*[ :]*|lat\w*[ :]*)?[+-]?\d{1,3}[.,]\d{2,8}\b\s?°?\s?[nseow]?/g,
  /\b\d{1,3}\s?°\s?\d{1,2}(?:[.,]\d+)?\s?['’′]?(?:\s?\d{1,2}(?:[.,]\d+)?\s?["”″])?\s?[nsewo]?/g,
  // Years and school or fiscal years.
  /\b(?:19|20)\d{2}\s?[-/]\s?(?:19|20)\d{2}\b/g,
  new RegExp(`${CURRENCY}\\s?\\d[\\d., ]*`, 'g'),
  new RegExp(`\\b\\d[\\d., ]*\\s?${MONEY}\\b`, 'g'),
  /[+-]?\b\d[\d., ]*\s?(?:%|por ciento|per cent|percent|por cento|pour cent)/g,
  // Up to seven digits, which is as many as a report can count.
  new RegExp(`\\b(?:\\d[., ]?){0,6}\\d\\s(?:de )?${COUNTED}\\b`, 'g'),
  new RegExp(`\\b(?:\\d{1,4}\\s?(?:-|a|to|à)\\s?)\\d{1,4}\\s${COUNTED}\\b`, 'g'),
  new RegExp(
    `\\b${NUMBERED}\\s?(?:administrativa |ejecutivo |ministerial |conjunta |interna )?` +
      `(?:n\\s?[.°ºo]{0,2}\\s?|nos?\\.?\\s|num(?:ero)?\\.?\\s|numero\\s|#\\s?|:\\s?)?` +
      '[a-z]{0,6}[-. ]?\\d[\\w./-]*',
    'g',
  ),
];

/** Blanks out honest numbers; the text keeps its length, and words around them stay apart. */
export const blankHonestNumbers = (folded: string): string =>
  HONEST.reduce(
    (text, pattern) => text.replace(pattern, (honest) => '\u0000'.repeat(honest.length)),
    folded,
  );
