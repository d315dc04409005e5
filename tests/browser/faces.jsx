// The page of test_faces.py: shows one face of one kind with what Python says, and keeps what it would send.
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { kinds as trainees } from 'koottam:kinds/Trainee';
import { kinds as reviews } from 'koottam:kinds/Review';
import { Place } from '../../static/js/shared/Dock.jsx';

window.sent = [];

function Trainee({ folder, task, cells: first, open, states = {}, tally, group, taken }) {
  const Face = trainees[folder];
  const [cells, set] = useState(first ?? {});
  const put = (cell, value) => {
    window.sent.push([cell, value]);
    set((old) => ({ ...old, [cell]: value }));
  };
  const draft = (cell, value) => set((old) => ({ ...old, [cell]: value }));
  return <Face {...{ run: 'r', task, cells, states, put, draft, open, tally, group, taken }} people={{}} me={7} forget={() => {}} />;
}

window.show = (face, folder, props) => {
  window.sent = [];
  const app = document.getElementById('app');
  render(null, app);
  const Review = reviews[folder];
  render(
    <div class="room">
      <div class="page page-work stack">
        <h1 class="unseen">{folder}</h1>
        <Place.Provider value={{ inline: false }}>
          {face === 'Trainee' ? <Trainee folder={folder} {...props} /> : <Review people={{}} {...props} />}
        </Place.Provider>
      </div>
    </div>,
    app,
  );
};
window.hide = () => render(null, document.getElementById('app'));
document.body.dataset.ready = Object.keys(trainees).join(' ');
