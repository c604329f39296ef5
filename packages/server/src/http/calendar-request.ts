/** Which calendar is asked for: what is due in a district (key) within so many months, in a language. */
export type CalendarRequest = {
  readonly district: string;
  readonly months: number;
  readonly language: 'de' | 'en';
};

/** An address that is no calendar's, with the status of HTTP and what to write instead. */
export type RefusedCalendar = { readonly status: 400 | 404; readonly message: string };

const FILE = /^(\d{5})\.ics$/;
const MONTHS = { usual: '12', most: 24 };

/** Reads the name of a file, `12070.ics`, and what stands behind the question mark: `lang` (de) and `months` (12). */
export function calendarRequest(
  file: string,
  { lang = 'de', months = MONTHS.usual }: Readonly<Record<string, unknown>>,
): CalendarRequest | RefusedCalendar {
  const [, district] = FILE.exec(file) ?? [];
  if (district === undefined) {
    return { status: 404, message: 'there is no such calendar: ask for a district, /calendar/12070.ics' };
  }
  if (lang !== 'de' && lang !== 'en') return { status: 400, message: 'lang is de or en' };
  const ahead = typeof months === 'string' && /^\d{1,2}$/.test(months) ? Number(months) : 0;
  if (ahead < 1 || ahead > MONTHS.most) {
    return { status: 400, message: `months is a number from 1 to ${MONTHS.most}` };
  }
  return { district, months: ahead, language: lang };
}
