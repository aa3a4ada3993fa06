/** The words of the calendar. */
export const calendarCopy = {
  title: 'Calendar of availability',
  earlier: 'Earlier months',
  later: 'Later months',
  key: 'What the colours mean',
  weekdays: [
    { short: 'M', long: 'Monday' },
    { short: 'T', long: 'Tuesday' },
    { short: 'W', long: 'Wednesday' },
    { short: 'T', long: 'Thursday' },
    { short: 'F', long: 'Friday' },
    { short: 'S', long: 'Saturday' },
    { short: 'S', long: 'Sunday' },
  ],
}
