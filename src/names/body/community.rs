//! Committees of communities.

use super::super::{Composed, Composer, admin};
use super::GOVERNMENT;
use crate::expect::Role;
use crate::names::slots;
use crate::sign::Span;

const COMMUNITY: &str = "社区";

/// 双榆树东里社区居委会: the committee of a community, whose name is that of the community and where it lies.
pub(super) fn community_committee(c: Composer, span: &Span) -> Option<Composed> {
    let (head, rest) =
        c.generics(span).find(|(word, _)| word.zh.starts_with(COMMUNITY) && word.zh.len() > COMMUNITY.len())?;
    if head.class != GOVERNMENT || !head.en.ends_with("Committee") {
        return None;
    }
    let community = rest.start..rest.end + COMMUNITY.len();
    let mut composed = admin::compose(c, &community)?;
    for rendering in &mut composed.renderings {
        let at = rendering.iter().position(|slot| c.text(&slot.zh) == COMMUNITY)?;
        rendering[at] = slots::word(rest.end..span.end, Role::Institution, head, false);
    }
    Some(composed)
}
