//! The rule by which the newsletter's weekly tool takes a pull request.
