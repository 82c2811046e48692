import type { ProblemTexts } from './problem-texts.js';

/** English texts of problems and rules. */
export const TEXTS_EN: ProblemTexts = {
  problems: {
    'malformed-request': {
      title: 'Request not readable',
      detail: 'The request could not be read.',
    },
    'acting-organization-required': {
      title: 'Organization needed',
      detail: 'Say for which of your organizations you are acting.',
    },
    'not-signed-in': { title: 'Sign-in needed', detail: 'Sign in, or sign in again.' },
    'not-admitted': {
      title: 'Not admitted',
      detail: 'Your account has no open membership in Enlace.',
    },
    'not-permitted': { title: 'Not permitted', detail: 'Your functions do not include this act.' },
    'acting-organization-refused': {
      title: 'Organization refused',
      detail: 'You may not act for this organization.',
    },
    'stronger-sign-in-required': {
      title: 'A code is needed',
      detail: 'This needs a one-time code beside the password.',
    },
    'own-report': {
      title: 'Your own report',
      detail: 'Somebody else has to clear a report that you worked on.',
    },
    'not-found': { title: 'Not found', detail: 'There is nothing here that you may see.' },
    'method-not-allowed': {
      title: 'Method not allowed',
      detail: 'This address does not accept the method.',
    },
    'not-acceptable': {
      title: 'Format not available',
      detail: 'The answer does not exist in the format asked for.',
    },
    'request-timed-out': {
      title: 'Sent too slowly',
      detail: 'The request did not arrive whole in time; send it again.',
    },
    'state-conflict': {
      title: 'Not possible in this state',
      detail: 'The record is in a state that does not allow this.',
    },
    'report-exists': {
      title: 'Report exists',
      detail: 'There is already a report for this point, period and observation.',
    },
    'request-in-progress': {
      title: 'Still running',
      detail: 'The same request is still running; try again shortly.',
    },
    'stale-version': {
      title: 'Changed meanwhile',
      detail: 'Somebody changed the record after you opened it.',
    },
    'body-too-large': { title: 'Too large', detail: 'What you sent exceeds the size limit.' },
    'address-too-long': {
      title: 'Address too long',
      detail: 'The address exceeds the length limit; use fewer filters.',
    },
    'media-type-not-supported': {
      title: 'Format not supported',
      detail: 'Send the request as JSON.',
    },
    'file-type-not-supported': {
      title: 'File type not supported',
      detail: 'Send a PDF, DOCX, XLSX, CSV, PNG or JPEG file that is what its name says.',
    },
    'invalid-input': { title: 'Input not valid', detail: 'Correct the places marked.' },
    'idempotency-key-reused': {
      title: 'Key already used',
      detail: 'This Idempotency-Key was used with another body.',
    },
    'checks-not-passed': { title: 'Checks not passed', detail: 'Correct the figures marked.' },
    'warnings-not-confirmed': {
      title: 'Warnings to confirm',
      detail: 'Confirm each warning with a comment.',
    },
    'audience-above-classification': {
      title: 'Audience too wide',
      detail: 'The classification does not allow this audience.',
    },
    'version-required': {
      title: 'Version needed',
      detail: 'Name the version you are changing in If-Match.',
    },
    'too-many-requests': {
      title: 'Too many requests',
      detail: 'Wait a moment before you try again.',
    },
    'headers-too-large': {
      title: 'Headers too large',
      detail: 'The headers of the request exceed the size limit.',
    },
    'internal-error': {
      title: 'Internal error',
      detail: 'Something failed on our side. Quote the reference when you ask for help.',
    },
    'service-unavailable': {
      title: 'Not available now',
      detail: 'A part of the service does not answer; try again shortly.',
    },
    'files-busy': {
      title: 'Many files are being checked',
      detail: 'Other files are being checked just now; send yours again in a few seconds.',
    },
  },
  rules: {
    'value-blank': 'Enter a number, or leave the row out.',
    'value-negative': 'The number may not be negative.',
    'value-not-whole': 'Enter a whole number.',
    'value-too-large': 'The number is too large.',
    'nationality-unknown': 'This nationality code is not known.',
    'nationality-duplicated': 'This nationality appears more than once.',
    'sex-unknown': 'This sex code is not known.',
    'age-band-unknown': 'This age band is not known.',
    'indicator-unknown': 'This indicator is not known.',
    'cell-duplicated': 'This combination of nationality, sex and age appears more than once.',
    'indicator-duplicated': 'This indicator appears more than once.',
    'age-bands-mixed': 'In one row nobody is counted both in an age band and in a part of it.',
    'count-differs-from-cells': 'The count differs from the sum of its cells.',
    'indicator-above-total': 'The indicator is above the total.',
    'children-above-under-18s': 'There are more children than persons under 18.',
    'no-figures': 'Enter figures, or mark the report as nil.',
    'nil-with-figures': 'A nil report may not contain figures.',
    'period-not-ended': 'The period has not ended yet.',
    'period-before-1990': 'The period lies before 1990.',
    'crossing-point-of-another-state': 'The crossing point belongs to another State.',
    'crossing-point-outside-seat': 'Your seat does not cover this crossing point.',
    'crossing-point-not-active': 'The crossing point was not active in the period.',
    'note-too-long': 'The note is too long.',
    'note-with-personal-data': 'The note seems to contain personal data; remove it.',
    'nationality-of-the-americas': 'This nationality is of the Americas.',
    'nationality-look-alike': 'This code is easily confused with another; check it.',
    'far-above-median': 'The figure is far above the usual one.',
    'far-below-median': 'The figure is far below the usual one.',
    'register-total-differs': 'The total differs from the register’s total.',
    'wrong-type': 'The value is of the wrong type.',
    'wrong-format': 'The value has the wrong format.',
    'too-small': 'The value must be at least {limit}.',
    'too-large': 'The value must be at most {limit}.',
    'too-short': 'At least {limit} are needed.',
    'too-long': 'At most {limit} are allowed.',
    'not-a-choice': 'Choose one of: {choices}.',
    'not-a-multiple': 'The value must be a multiple of {divisor}.',
    'unknown-key': 'This field is not known.',
    'no-alternative-fits': 'The value fits none of the possible forms.',
    'not-accepted': 'The value is not accepted.',
    required: 'This is required.',
    'unknown-record': 'There is no such record that you may see.',
    'already-exists': 'This already exists.',
    'in-the-past': 'This lies in the past.',
    'audience-empty': 'The audience reaches nobody.',
    'personal-data': 'This looks like personal data, which is never held; remove it.',
    'part-missing':
      'A commitment needs an actor, a deliverable, a due date and means of verification; {part} is missing.',
    'reviewers-missing':
      'Among those who may read it there are not two reviewers of other organizations: choose more readers.',
    'evidence-missing': 'Done needs evidence in a report that was accepted.',
    'date-waived': 'The date was waived: no report is awaited for it.',
    'not-confirmed': 'Confirm first that the file shows no personal data.',
    'file-damaged': 'The file is damaged or is not what it says it is.',
    'file-locked': 'The file is locked with a password or encrypted; hand it in open.',
    'file-active':
      'The file holds macros, scripts, links that load by themselves or other files; hand it in without them.',
    'file-expands':
      'The file expands to far more than it seems, or holds more than can be checked.',
    'file-slow': 'Checking the file takes too long; simplify it or hand it in as several files.',
    'actor-outside-forum':
      'This organization cannot act for the forum: it is neither an agency nor an authority of a member or associate State.',
    'instrument-is-draft':
      'The agreement is still a draft: commitments are recorded once it is adopted.',
    'instrument-not-followed': 'The forum does not follow this agreement up.',
    'instrument-of-another': 'This agreement belongs to another organization.',
    'instrument-is-adopted':
      'Adopted text is never edited: provisions can be added only to a draft or to an agreement that has none yet.',
    'commitment-not-running':
      'Due dates need a commitment that is accepted or in progress; an aspiration has none.',
    'schedule-is-regular':
      'The due dates of this commitment follow a regular schedule; change the schedule instead.',
    'original-missing': 'The text in the language named as the original is missing.',
    'not-a-day': 'Enter a date: a date cell, or 2026-10-31 as text.',
    'not-a-table': 'Hand in an XLSX workbook or a CSV file in UTF-8.',
    'table-too-wide':
      'The sheet has cells far outside the table; delete the empty rows and columns around it.',
    'file-empty': 'The file has no rows under its headings.',
    'file-unreadable': 'The row cannot be read: check quotation marks and separators.',
    'not-utf-8': 'The file is not in UTF-8: save it as “CSV UTF-8”.',
    'too-many-rows': 'The file has more than {limit} rows; divide it.',
    'sheet-unknown':
      'It cannot be told what this sheet holds; use the names and headings of the template.',
    'column-missing': 'This column is missing.',
    'column-unknown': 'This heading is not known; correct it or delete the column.',
  },
};
