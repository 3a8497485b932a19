"""Authoring: what those who write sources are given, from a first package to its pages on bad days.

pytest_plugin                the fixture claimtrack_replay
replay     recordings        saved pages read as sources read them | today's pages, saved
savedpages sidecars          a folder of pages with what is expected | the files beside a page
ordeals    sealing           a page on a bad day | no socket and no program
following  alterations       whether a reading follows its page | a page that says something else
standing                     which words of a quote stand on its page
scaffold                     a plugin to begin with
"""
