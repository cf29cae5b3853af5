//! Packs a module: `cargo run -p wasm-reorder --example pack -- in.wasm out.wasm`.

use std::error::Error;
use std::fs;
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

fn gzip_size(bytes: &[u8]) -> usize {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes).expect("written to memory");
    gzip.finish().expect("written to memory").len()
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(input), Some(output)) = (args.next(), args.next()) else {
        return Err("usage: pack in.wasm out.wasm".into());
    };
    let module = fs::read(input)?;
    let packed = wasm_reorder::pack(&module, gzip_size)?;
    println!(
        "{} bytes gzipped, before {}",
        gzip_size(&packed),
        gzip_size(&module)
    );
    fs::write(output, packed)?;
    Ok(())
}
