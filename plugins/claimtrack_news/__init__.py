"""The news: feeds, sitemaps and pages of links, and the articles that they name."""
