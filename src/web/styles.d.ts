/** Style sheets go with the page. */
declare module '*.css';
