//! JSON as the browser reads and writes it: it is there already, and a reader of our own would be loaded first.

use js_sys::{JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A value out of a JSON text.
pub struct Json(JsValue);

impl Json {
    /// Reads a text.
    ///
    /// # Errors
    /// Says what the browser has against it.
    pub fn read(text: &str) -> Result<Self, String> {
        JSON::parse(text).map(Self).map_err(|error| {
            let words = Reflect::get(&error, &"message".into()).ok().and_then(|m| m.as_string());
            words.unwrap_or_else(|| "it is no JSON".into())
        })
    }

    /// The text under `name`; `None` where there is none, or no text.
    pub fn text(&self, name: &str) -> Option<String> {
        self.get(name)?.0.as_string()
    }

    /// The value under `name`; one that is nothing where there is none.
    pub fn get(&self, name: &str) -> Option<Self> {
        Reflect::get(&self.0, &name.into()).ok().map(Self)
    }

    /// The number under `name`, zero or more, without its fraction.
    pub fn number(&self, name: &str) -> Option<u64> {
        let number = self.get(name)?.0.as_f64()?;
        (number >= 0.0).then_some(number as u64)
    }

    /// The text, number or truth value at a JSON pointer (RFC 6901, without its escapes), as text.
    pub fn at(&self, pointer: &str) -> Option<String> {
        let mut value = self.0.clone();
        for name in pointer.split('/').skip(1) {
            value = Reflect::get(&value, &name.into()).ok()?;
        }
        let number = || value.as_f64().map(|number| number.to_string());
        let truth = || value.as_bool().map(|truth| truth.to_string());
        value.as_string().or_else(number).or_else(truth)
    }

    /// Its values, where it is a list.
    pub fn list(&self) -> Option<impl Iterator<Item = Self> + use<>> {
        js_sys::Array::is_array(&self.0).then(|| js_sys::Array::from(&self.0).into_iter().map(Self))
    }

    /// The names of its fields, where it is an object.
    pub fn names(&self) -> Option<Vec<String>> {
        let object = self.0.is_object() && !js_sys::Array::is_array(&self.0);
        let object = object.then(|| self.0.unchecked_ref::<Object>())?;
        Some(Object::keys(object).iter().filter_map(|name| name.as_string()).collect())
    }
}

/// Writes an object of texts; fields without one are left out.
pub fn write(fields: &[(&str, Option<&str>)]) -> String {
    let object = Object::new();
    for (name, value) in fields {
        if let Some(value) = value {
            // A plain object takes any field.
            let _ = Reflect::set(&object, &(*name).into(), &(*value).into());
        }
    }
    JSON::stringify(&object).ok().and_then(|text| text.as_string()).unwrap_or_default()
}
