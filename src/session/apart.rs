//! Documents that are laid out in a process of their own: one that would run for ever, take all memory
//! or bring the layout engine down costs itself alone, and the next gets a new process. A thread cannot
//! be stopped.
//!
//! The two speak over the standard streams of the process: a message is the length of its head in
//! bytes (four, the lowest first), the head as JSON, and for an answer the bytes of the document.

use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::Text;
use crate::render::{Pages, Rendered, SigningRoom};
use crate::source::SourceFile;
use crate::words::Language;

/// The longest head of a message, in bytes: that of a text of 32 MiB which JSON writes six times as
/// long.
const LONGEST: u32 = 200 << 20;

/// How often it is looked what a document costs.
const LOOK: Duration = Duration::from_millis(20);

/// How documents are laid out apart.
#[derive(Clone, Debug)]
pub struct Apart {
    /// The program that answers, this one.
    pub program: PathBuf,
    /// Its arguments.
    pub arguments: Vec<OsString>,
    /// How long a document may take; `None` is for ever.
    pub time: Option<Duration>,
    /// How many MiB it may take, where the system tells what it takes; `None` is all there is.
    pub memory: Option<u64>,
}

/// Why a document was not laid out apart.
#[derive(Debug, thiserror::Error)]
pub enum ApartError {
    /// The process cannot be started or spoken to.
    #[error("no process of its own")]
    NoProcess(#[source] io::Error),
    /// It took longer than it may.
    #[error("longer than {0:?}")]
    TooLong(Duration),
    /// It took more MiB of memory than it may.
    #[error("more than {0} MiB")]
    TooLarge(u64),
    /// The process ended before the document was done: the system had no more memory, or it crashed.
    #[error("the process ended")]
    Ended,
    /// What stood in the way, in the words of the process.
    #[error("{}", .0.what)]
    Told(Told),
}

/// What stood in the way of a document, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The fact.
    pub what: String,
    /// The place.
    pub place: Option<String>,
    /// What the user can do.
    pub remedy: String,
}

/// What is asked of the process.
#[derive(Debug, Serialize, Deserialize)]
struct Request {
    name: String,
    file: Option<PathBuf>,
    text: String,
    language: String,
}

/// What it answers, before the bytes of the files.
#[derive(Debug, Serialize, Deserialize)]
enum Answer {
    Done { rooms: Vec<SigningRoom>, images: Vec<PathBuf>, lengths: Vec<usize> },
    Failed(Told),
}

/// What comes back of a document, and the files of the pictures on it.
type Outcome = Result<(Rendered, Vec<PathBuf>), Told>;

/// The process, as whoever asks it sees it.
#[derive(Debug)]
pub(super) struct Helper {
    child: Child,
    asked: ChildStdin,
    /// What it answers, read by a thread of its own, which ends with the process.
    answers: Receiver<io::Result<Outcome>>,
}

impl Apart {
    /// Lays out a text in the process that `kept` holds, or in a new one.
    pub(super) fn lay_out(
        &self,
        kept: &mut Option<Helper>,
        text: &Text,
        language: Language,
    ) -> Result<(Rendered, Vec<PathBuf>), ApartError> {
        let mut helper = match kept.take() {
            Some(helper) => helper,
            None => Helper::start(self).map_err(ApartError::NoProcess)?,
        };
        let outcome = helper.ask(text, language, self)?;
        // Only one that has answered is asked again.
        *kept = Some(helper);
        outcome.map_err(ApartError::Told)
    }
}

impl Helper {
    fn start(apart: &Apart) -> io::Result<Self> {
        let mut command = Command::new(&apart.program);
        command.args(&apart.arguments);
        // What it would say of a crash is no sentence for the user.
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        // Ctrl-C is for the run, which finishes what it is writing.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut child = command.spawn()?;
        let streams = child.stdin.take().zip(child.stdout.take());
        let (asked, answered) = streams.ok_or(io::ErrorKind::BrokenPipe)?;
        let (heard, answers) = channel();
        std::thread::Builder::new().spawn(move || {
            let mut answered = io::BufReader::new(answered);
            while let Some(answer) = answer(&mut answered).transpose() {
                let broken = answer.is_err();
                if heard.send(answer).is_err() || broken {
                    return;
                }
            }
        })?;
        Ok(Self { child, asked, answers })
    }

    fn ask(
        &mut self,
        text: &Text,
        language: Language,
        limits: &Apart,
    ) -> Result<Outcome, ApartError> {
        let request = Request {
            name: text.source.name().to_owned(),
            file: text.file.clone(),
            text: text.source.text().to_owned(),
            language: language.code().to_owned(),
        };
        let head =
            serde_json::to_vec(&request).map_err(|error| ApartError::NoProcess(error.into()))?;
        if send(&mut self.asked, &head, &[]).is_err() {
            return Err(ApartError::Ended);
        }
        self.wait(limits)
    }

    /// Waits for the answer, and looks now and then what it costs.
    fn wait(&self, limits: &Apart) -> Result<Outcome, ApartError> {
        let mut waited = Duration::ZERO;
        loop {
            match self.answers.recv_timeout(LOOK) {
                Ok(answer) => return answer.map_err(|_| ApartError::Ended),
                Err(RecvTimeoutError::Disconnected) => return Err(ApartError::Ended),
                Err(RecvTimeoutError::Timeout) => waited += LOOK,
            }
            if let Some(time) = limits.time.filter(|time| waited >= *time) {
                return Err(ApartError::TooLong(time));
            }
            if let Some(most) = limits.memory.filter(|most| self.taken() > *most) {
                return Err(ApartError::TooLarge(most));
            }
        }
    }

    /// The MiB of memory that the process takes; nothing where the system does not tell (proc(5)).
    fn taken(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()));
        let status = status.unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kibibytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
        kibibytes.unwrap_or_default() >> 10
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        // One that works on gives its memory back only when it is ended; one that is gone is no fault.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Answers what is asked on a stream until it ends.
///
/// # Errors
/// Streams that break off.
pub(crate) fn serve(
    mut asked: impl Read,
    mut answered: impl Write,
    mut work: impl FnMut(&Text, Language) -> Outcome,
) -> io::Result<()> {
    while let Some(request) = head::<Request>(&mut asked)? {
        let source = SourceFile::new(request.name, request.text);
        let text = Text { source, file: request.file, trace: None };
        let language = Language::of_code(&request.language).unwrap_or_default();
        match work(&text, language) {
            Ok((Rendered { pages, rooms }, images)) => {
                let lengths = pages.iter().map(Vec::len).collect();
                let answer = Answer::Done { rooms, images, lengths };
                send(&mut answered, &serde_json::to_vec(&answer)?, &pages)?;
            }
            Err(told) => {
                send(&mut answered, &serde_json::to_vec(&Answer::Failed(told))?, &[])?;
            }
        }
    }
    Ok(())
}

/// The next answer; `None` when there are no more.
fn answer(stream: &mut io::BufReader<ChildStdout>) -> io::Result<Option<Outcome>> {
    let Some(answer) = head(stream)? else { return Ok(None) };
    let (rooms, images, lengths) = match answer {
        Answer::Failed(told) => return Ok(Some(Err(told))),
        Answer::Done { rooms, images, lengths } => (rooms, images, lengths),
    };
    let mut pages = Pages::new();
    for length in lengths {
        let mut page = Vec::new();
        let read = stream.by_ref().take(length as u64).read_to_end(&mut page)?;
        if read < length {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        pages.push(page);
    }
    Ok(Some(Ok((Rendered { pages, rooms }, images))))
}

fn send(stream: &mut impl Write, head: &[u8], rest: &[Vec<u8>]) -> io::Result<()> {
    let length = u32::try_from(head.len()).map_err(io::Error::other)?;
    stream.write_all(&length.to_le_bytes())?;
    stream.write_all(head)?;
    rest.iter().try_for_each(|part| stream.write_all(part))?;
    stream.flush()
}

/// The head of the next message; `None` at the end of the stream.
fn head<T: DeserializeOwned>(stream: &mut impl Read) -> io::Result<Option<T>> {
    let mut length = [0; 4];
    match stream.read_exact(&mut length) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        other => other?,
    }
    let length = u32::from_le_bytes(length);
    if length > LONGEST {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut head = Vec::new();
    stream.take(length.into()).read_to_end(&mut head)?;
    Ok(Some(serde_json::from_slice(&head)?))
}
