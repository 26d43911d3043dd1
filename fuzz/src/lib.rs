//! What the fuzz targets do with their bytes. Whatever these are, there is an answer and no panic, and the answer is
//! as it should be.

mod answer;
mod findings;
mod jwt;
mod policy;
mod preview;
mod scenario;

pub use answer::run as answer;
pub use jwt::run as jwt;
pub use policy::run as policy;
pub use scenario::run as scenario;
