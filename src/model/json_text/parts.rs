//! Lists and objects, part by part.

use super::{COLON, COMMA, Printer, Unprintable};
use serde::ser::{
    Error, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant,
    SerializeTuple, SerializeTupleStruct, SerializeTupleVariant,
};

/// What is open.
pub(super) struct Parts<'p> {
    printer: &'p mut Printer,
    is_first: bool,
    close: &'static str,
}

impl<'p> Parts<'p> {
    pub(super) const fn new(printer: &'p mut Printer, close: &'static str) -> Self {
        Self { printer, is_first: true, close }
    }

    fn separate(&mut self) {
        if !std::mem::take(&mut self.is_first) {
            self.printer.text.push_str(COMMA);
        }
    }

    fn entry<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unprintable> {
        self.separate();
        value.serialize(&mut *self.printer)
    }

    /// A name that is ours, in which there is nothing to escape, in as few pieces as can be.
    fn name(&mut self, name: &'static str) {
        let is_first = std::mem::take(&mut self.is_first);
        self.printer.text.push_str(if is_first { "\"" } else { ",\"" });
        self.printer.text.push_str(name);
        self.printer.text.push_str("\":");
    }

    fn close(self) {
        self.printer.text.push_str(self.close);
    }

    /// Prints the only part.
    pub(super) fn one<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unprintable> {
        value.serialize(&mut *self.printer)?;
        self.close();
        Ok(())
    }
}

impl SerializeMap for Parts<'_> {
    type Ok = ();
    type Error = Unprintable;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unprintable> {
        self.separate();
        let start = self.printer.text.len();
        key.serialize(&mut *self.printer)?;
        let is_text = self.printer.text.get(start..).is_some_and(|key| key.starts_with('"'));
        if is_text { Ok(()) } else { Err(Unprintable::custom("a key is no text")) }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unprintable> {
        self.printer.text.push_str(COLON);
        value.serialize(&mut *self.printer)
    }

    fn end(self) -> Result<(), Unprintable> {
        self.close();
        Ok(())
    }
}

/// Lists, by the name of the method that takes an entry.
macro_rules! list {
    ($($list:ident: $method:ident),*) => {
        $(impl $list for Parts<'_> {
            type Ok = ();
            type Error = Unprintable;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unprintable> {
                self.entry(value)
            }

            fn end(self) -> Result<(), Unprintable> {
                self.close();
                Ok(())
            }
        })*
    };
}

list!(
    SerializeSeq: serialize_element,
    SerializeTuple: serialize_element,
    SerializeTupleStruct: serialize_field,
    SerializeTupleVariant: serialize_field
);

/// Objects whose names are known.
macro_rules! object {
    ($($object:ident),*) => {
        $(impl $object for Parts<'_> {
            type Ok = ();
            type Error = Unprintable;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), Unprintable> {
                self.name(name);
                value.serialize(&mut *self.printer)
            }

            fn end(self) -> Result<(), Unprintable> {
                self.close();
                Ok(())
            }
        })*
    };
}

object!(SerializeStruct, SerializeStructVariant);
