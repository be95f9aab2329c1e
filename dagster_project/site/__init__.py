"""The site to read: static pages of the published release in Chinese and English, which open from disk.

catalogue (what there is) → selection (what is wanted) → home, bodies, documents (what each page says, with charts and
pictures) → pages (templates, links, words) → units (which changed) → folder (written where it changed, kept where not).
"""

from dagster_project.site.make import Report, forget_pages, make_site

__all__ = ["Report", "forget_pages", "make_site"]
