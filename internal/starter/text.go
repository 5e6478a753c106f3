package starter

// textOwnTitle stands behind the title of a course of one's own.
const textOwnTitle = " (eigen versie)"
