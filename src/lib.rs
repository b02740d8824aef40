pub mod sign;
pub mod finding;
pub mod fix;
pub mod expect;
